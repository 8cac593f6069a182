using System.Buffers.Binary;

namespace XrNpe.Coproc.Tests;

public sealed class AxiMemoryTests
{
    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.6, 7)]
    public void Bursts_read_what_is_in_memory_whatever_stalls(double stall, int latency)
    {
        var master = new BusMaster(AxiTiming.Random(11, stall, latency));
        new Random(1).NextBytes(master.Memory.All);
        master.ReadAddress(BusMaster.Base + 0x40, 5);
        master.ReadAddress(BusMaster.Base + 0x800, 2);
        var beats = master.ReadData(7);
        Assert.Equal([false, false, false, false, true, false, true], beats.Select(b => b.Last));
        for (int i = 0; i < 7; i++)
        {
            ulong address = i < 5 ? BusMaster.Base + 0x40 + (ulong)(8 * i) : BusMaster.Base + 0x800 + (ulong)(8 * (i - 5));
            Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(master.Memory.Slice(address, 8)), beats[i].Data);
        }
    }

    [Fact]
    public void The_latency_is_what_was_asked_for_and_bursts_overlap()
    {
        var master = new BusMaster(new AxiTiming { ReadLatency = 20 });
        master.ReadAddress(BusMaster.Base, 4);
        long accepted = master.Cycle - 1;
        master.ReadAddress(BusMaster.Base + 64, 4);
        master.ReadData(1);
        Assert.Equal(accepted + 20, master.Cycle - 1);
        master.ReadData(7);
        Assert.Equal(accepted + 27, master.Cycle - 1);
    }

    [Fact]
    public void Writes_obey_strobes_and_reach_memory_with_their_response()
    {
        var master = new BusMaster(new AxiTiming { WriteLatency = 5 });
        master.Memory.All.Fill(0xee);
        master.WriteAddress(BusMaster.Base + 8, 2);
        master.WriteData(0x1122334455667788, 0xf0, last: false);
        master.WriteData(0x99, 0x01, last: true);
        Assert.Equal(1, master.Bus.OutstandingWrites);
        Assert.Equal(0xee, master.Memory.Slice(BusMaster.Base + 12, 1)[0]);
        Assert.Equal(AxiResponse.Okay, master.WriteResponse());
        Assert.Equal(0, master.Bus.OutstandingWrites);
        byte[] expected = [0xee, 0xee, 0xee, 0xee, 0x44, 0x33, 0x22, 0x11, 0x99, 0xee];
        Assert.True(master.Memory.Slice(BusMaster.Base + 8, 10).SequenceEqual(expected));
    }

    [Fact]
    public void A_reset_forgets_bursts_and_keeps_the_writes_that_were_complete()
    {
        var master = new BusMaster(new AxiTiming { ReadLatency = 3, WriteLatency = 50 });
        master.Memory.All.Fill(0xee);
        master.ReadAddress(BusMaster.Base, 4);
        master.ReadData(1);
        master.WriteAddress(BusMaster.Base, 1);
        master.WriteData(0x42, 0xff, last: true);
        master.WriteAddress(BusMaster.Base + 64, 2);
        master.WriteData(0x43, 0xff, last: false);
        Assert.Equal((1, 2), (master.Bus.OutstandingReads, master.Bus.OutstandingWrites));
        master.Bus.Reset();
        Assert.Equal((0, 0), (master.Bus.OutstandingReads, master.Bus.OutstandingWrites));
        Assert.Equal(0x42ul, BinaryPrimitives.ReadUInt64LittleEndian(master.Memory.Slice(BusMaster.Base, 8)));
        Assert.Equal(0xee, master.Memory.Slice(BusMaster.Base + 64, 1)[0]);
        for (int i = 0; i < 100; i++)
        {
            master.Clock();
            Assert.Equal((0u, 0u), (master.Inputs.AxiRValid, master.Inputs.AxiBValid));
        }
    }

    [Fact]
    public void Data_may_come_before_its_address()
    {
        var master = new BusMaster();
        master.WriteData(0x42, 0xff, last: true);
        master.WriteAddress(BusMaster.Base, 1);
        Assert.Equal(AxiResponse.Okay, master.WriteResponse());
        Assert.Equal(0x42, master.Memory.All[0]);
    }

    [Fact]
    public void Outside_memory_and_injected_ranges_answer_errors_and_write_nothing()
    {
        var master = new BusMaster();
        ulong end = BusMaster.Base + (ulong)master.Memory.Size;
        master.ReadAddress(end - 8, 1);
        master.ReadAddress(end, 1);
        master.Faults.Inject(BusMaster.Base + 0x10, 1, AxiResponse.SlaveError, writes: false);
        master.ReadAddress(BusMaster.Base, 4);
        Assert.Equal(
            [AxiResponse.Okay, AxiResponse.DecodeError, AxiResponse.Okay, AxiResponse.Okay, AxiResponse.SlaveError, AxiResponse.Okay],
            master.ReadData(6).Select(b => b.Response));

        master.Faults.Inject(BusMaster.Base + 0x27, 1, AxiResponse.SlaveError, reads: false);
        master.WriteAddress(BusMaster.Base + 0x18, 2);
        master.WriteData(~0ul, 0xff, last: false);
        master.WriteData(~0ul, 0xff, last: true);
        Assert.Equal(AxiResponse.SlaveError, master.WriteResponse());
        Assert.Equal(0, master.Memory.Slice(BusMaster.Base + 0x18, 1)[0]);
    }

    [Fact]
    public void Stopped_channels_carry_what_was_allowed_and_go_on_after_clear()
    {
        var master = new BusMaster();
        master.Faults.Stop(AxiChannels.ReadData, after: 2);
        master.ReadAddress(BusMaster.Base, 4);
        Assert.Equal(2, master.ReadData(4).Count);
        Assert.True(master.Faults.IsAnyStopped);
        master.Faults.Clear();
        Assert.Equal(1, master.Bus.OutstandingReads);
        master.Outputs.AxiRReady = 1;
        for (int i = 0; i < 4; i++) master.Clock();
        Assert.Equal(0, master.Bus.OutstandingReads);
    }

    [Fact]
    public void Wide_buses_carry_both_halves()
    {
        var master = new BusMaster(dataWidth: 128);
        master.Outputs.AxiWDataHigh = 0x0123456789abcdef;
        master.WriteAddress(BusMaster.Base, 1);
        master.WriteData(7, 0xffff, last: true);
        master.WriteResponse();
        Assert.Equal(0x0123456789abcdefUL, BinaryPrimitives.ReadUInt64LittleEndian(master.Memory.Slice(BusMaster.Base + 8, 8)));
        master.ReadAddress(BusMaster.Base, 1);
        master.ReadData(1);
        Assert.Equal((7ul, 0x0123456789abcdefUL), (master.Inputs.AxiRDataLow, master.Inputs.AxiRDataHigh));
    }

    [Fact]
    public void A_memory_that_cuts_a_bus_word_is_refused() =>
        Assert.Throws<ArgumentException>(() => new AxiMemory(new MemoryImage(8, 64), Presets.Default, AxiTiming.Ideal));
}
