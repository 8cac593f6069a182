namespace XrNpe.Coproc.Tests;

/// <summary>Every rule, broken on purpose, is caught.</summary>
public sealed class ProtocolCheckerTests
{
    private readonly BusMaster _master = new(new AxiTiming { ReadAddressStall = 0.999_999, WriteAddressStall = 0.999_999, WriteDataStall = 0.999_999 });
    private readonly BusMaster _open = new();

    [Fact]
    public void Valid_must_not_fall_before_ready()
    {
        _master.Outputs.AxiArValid = 1;
        Legal(ref _master.Outputs);
        _master.Clock();
        _master.Outputs.AxiArValid = 0;
        Expect("AR: valid fell", _master.Clock);
    }

    [Fact]
    public void Address_must_not_change_before_ready()
    {
        _master.Outputs.AxiAwValid = 1;
        Legal(ref _master.Outputs);
        _master.Clock();
        _master.Outputs.AxiAwAddr += 8;
        Expect("AW: payload changed", _master.Clock);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("strobes")]
    [InlineData("last")]
    public void Data_must_not_change_before_ready(string what)
    {
        _master.Outputs.AxiWValid = 1;
        _master.Clock();
        if (what == "data") _master.Outputs.AxiWDataLow ^= 1;
        if (what == "strobes") _master.Outputs.AxiWStrb ^= 1;
        if (what == "last") _master.Outputs.AxiWLast ^= 1;
        Expect("W: payload changed", _master.Clock);
    }

    [Fact]
    public void Bursts_must_increment()
    {
        _open.Outputs.AxiArValid = 1;
        Legal(ref _open.Outputs);
        _open.Outputs.AxiArBurst = 0;
        Expect("AR: burst type 0", _open.Clock);
    }

    [Fact]
    public void Beats_must_be_as_wide_as_the_bus()
    {
        _open.Outputs.AxiAwValid = 1;
        Legal(ref _open.Outputs);
        _open.Outputs.AxiAwSize = 2;
        Expect("AW: size 2", _open.Clock);
    }

    [Fact]
    public void Bursts_must_not_be_longer_than_the_configuration_says()
    {
        _open.ReadAddress(BusMaster.Base, 16);
        Expect("17 beats", () => _open.ReadAddress(BusMaster.Base, 17));
    }

    [Fact]
    public void Bursts_must_not_cross_4_KiB()
    {
        _open.ReadAddress(0x2000 - 32, 4);
        Expect("4 KiB", () => _open.ReadAddress(0x2000 - 32, 5));
        Expect("4 KiB", () => _open.WriteAddress(0x3000 - 4, 2));
    }

    [Fact]
    public void Last_must_be_on_the_last_beat()
    {
        _open.WriteAddress(BusMaster.Base, 3);
        _open.WriteData(0, 0xff, last: false);
        Expect("last on beat 2 of a burst of 3", () => _open.WriteData(0, 0xff, last: true));
    }

    [Fact]
    public void Last_must_not_be_missing()
    {
        _open.WriteAddress(BusMaster.Base, 1);
        Expect("no last on beat 1", () => _open.WriteData(0, 0xff, last: false));
    }

    [Fact]
    public void Data_before_its_address_is_judged_when_the_address_comes()
    {
        _open.WriteData(0, 0xff, last: true);
        Expect("last on beat 1 of a burst of 2", () => _open.WriteAddress(BusMaster.Base, 2));
    }

    [Fact]
    public void Strobes_must_not_reach_below_the_address()
    {
        _open.WriteAddress(BusMaster.Base + 4, 1);
        Expect("reach below", () => _open.WriteData(0, 0xf8, last: true));
    }

    [Fact]
    public void Nothing_is_valid_in_reset()
    {
        _open.Inputs.ResetN = 0;
        _open.Clock();
        _open.Outputs.AxiWValid = 1;
        Expect("valid during reset", _open.Clock);
    }

    [Fact]
    public void The_interrupt_comes_after_the_last_response()
    {
        _open.Bus.CheckInterrupt(0);
        _open.WriteAddress(BusMaster.Base, 1);
        Expect("1 write bursts are not answered", () => _open.Bus.CheckInterrupt(_open.Cycle));
        _open.Faults.Stop(AxiChannels.WriteResponse);
        _open.Bus.CheckInterrupt(_open.Cycle);
    }

    private static void Legal(ref CoprocOutputs outputs)
    {
        (outputs.AxiArAddr, outputs.AxiArSize, outputs.AxiArBurst) = (BusMaster.Base, 3, 1);
        (outputs.AxiAwAddr, outputs.AxiAwSize, outputs.AxiAwBurst) = (BusMaster.Base, 3, 1);
    }

    private static void Expect(string rule, Action act) =>
        Assert.Contains(rule, Assert.Throws<AxiProtocolException>(act).Message, StringComparison.Ordinal);
}
