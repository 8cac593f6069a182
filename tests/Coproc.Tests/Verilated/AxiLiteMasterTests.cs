namespace XrNpe.Coproc.Tests;

/// <summary>The register master against a slave of a few lines, well-behaved and not.</summary>
public sealed class AxiLiteMasterTests
{
    private readonly AxiLiteMaster _master = new(new AxiTiming { RegisterDelay = 4, Seed = 9 });
    private CoprocInputs _inputs = new() { ResetN = 1 };
    private CoprocOutputs _outputs;
    private long _cycle;

    [Fact]
    public void Writes_and_reads_complete_in_any_order_of_address_and_data()
    {
        bool addressFirst = false, dataFirst = false;
        for (uint i = 0; i < 50; i++)
        {
            _master.BeginWrite(0x20, i);
            (bool address, bool data) = (false, false);
            _outputs = new CoprocOutputs { AxilAwReady = 1, AxilWReady = 1 };
            while (_master.IsBusy)
            {
                _outputs.AxilBValid = address && data ? 1u : 0;
                Clock();
                if (_inputs.AxilWValid != 0) Assert.Equal(i, _inputs.AxilWData);
                addressFirst |= _inputs.AxilAwValid != 0 && !data && _inputs.AxilWValid == 0;
                dataFirst |= _inputs.AxilWValid != 0 && !address && _inputs.AxilAwValid == 0;
                address |= _inputs.AxilAwValid != 0;
                data |= _inputs.AxilWValid != 0;
            }

            Assert.Equal(AxiResponse.Okay, _master.Response);
        }

        Assert.True(addressFirst && dataFirst);

        _outputs = new CoprocOutputs { AxilArReady = 1, AxilRData = 0x1234, AxilRResp = 2 };
        _master.BeginRead(0x24);
        bool asked = false;
        while (_master.IsBusy)
        {
            _outputs.AxilRValid = asked ? 1u : 0;
            Clock();
            asked |= _inputs.AxilArValid != 0;
        }

        Assert.Equal((0x1234u, AxiResponse.SlaveError), (_master.ReadData, _master.Response));
    }

    [Fact]
    public void A_response_to_nothing_is_caught()
    {
        _outputs.AxilBValid = 1;
        Expect("AXI4-Lite B: a response before address and data");
    }

    [Fact]
    public void Data_for_nothing_is_caught()
    {
        _outputs.AxilRValid = 1;
        Expect("AXI4-Lite R: data before the address");
    }

    [Fact]
    public void A_changing_answer_is_caught()
    {
        _master.BeginRead(0);
        _outputs = new CoprocOutputs { AxilArReady = 1 };
        do Clock();
        while (_inputs.AxilArValid == 0);

        // The first seed's read delays its ready, so the answer has to wait and must not change.
        _outputs.AxilRValid = 1;
        Clock();
        Assert.True(_master.IsBusy, "this seed takes data at once: choose another");
        _outputs.AxilRData = 5;
        Expect("AXI4-Lite R: payload changed");
    }

    private void Clock()
    {
        _master.Drive(ref _inputs);
        _master.Sample(_cycle++, _inputs, _outputs);
        Assert.True(_cycle < 10_000, "hung");
    }

    private void Expect(string rule) =>
        Assert.Contains(rule, Assert.Throws<AxiProtocolException>(Clock).Message, StringComparison.Ordinal);
}
