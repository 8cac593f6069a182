using System.Buffers.Binary;

namespace XrNpe.Coproc;

/// <summary>
/// The write half of a simulated memory: AW, W and B. Bytes reach the memory when their response is taken, not before, so
/// that a master which reads too early reads old data.
/// </summary>
internal sealed class AxiWritePort(MemoryImage memory, AxiTiming timing, AxiFaults faults, int beatBytes)
{
    private readonly Queue<ulong> _addresses = new();
    private readonly Queue<List<Beat>> _data = new();
    private readonly Queue<Answer> _answers = new();
    private readonly TransferStalls _addressStalls = new(timing.Seed ^ 0x4157, timing.WriteAddressStall);
    private readonly TransferStalls _dataStalls = new(timing.Seed ^ 0x57, timing.WriteDataStall);
    private readonly TransferStalls _responseStalls = new(timing.Seed ^ 0x42, timing.WriteResponseStall);
    private List<Beat> _open = [];
    private bool _offered;

    /// <summary>Bursts of which address or data was accepted, and which are not yet answered.</summary>
    public int Outstanding => Math.Max(_addresses.Count, _data.Count + (_open.Count > 0 ? 1 : 0)) + _answers.Count;

    /// <summary>Bytes carried, by strobes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Sets the inputs of cycle <paramref name="cycle"/>.</summary>
    public void Drive(long cycle, ref CoprocInputs pins)
    {
        bool full = _addresses.Count + _answers.Count >= timing.MaxOutstanding;
        pins.AxiAwReady = _addressStalls.IsOver && !full && !faults.IsStopped(AxiChannels.WriteAddress) ? 1u : 0;

        full = _data.Count >= timing.MaxOutstanding;
        pins.AxiWReady = _dataStalls.IsOver && !full && !faults.IsStopped(AxiChannels.WriteData) ? 1u : 0;

        // A response once offered stays until taken.
        if (_offered) return;
        bool due = _answers.Count > 0 && _answers.Peek().Due <= cycle && !faults.IsStopped(AxiChannels.WriteResponse);
        _offered = due && _responseStalls.IsOver;
        if (_offered) _responseStalls.Next();
        else if (due) _responseStalls.Wait();
        pins.AxiBValid = _offered ? 1u : 0;
        pins.AxiBResp = _offered ? (uint)_answers.Peek().Response : 0;
    }

    /// <summary>Takes note of the handshakes of cycle <paramref name="cycle"/>.</summary>
    public void Sample(long cycle, in CoprocInputs inputs, in CoprocOutputs outputs)
    {
        if (inputs.AxiAwReady != 0 && outputs.AxiAwValid != 0)
        {
            _addresses.Enqueue(outputs.AxiAwAddr);
            _addressStalls.Next();
            faults.Carried(AxiChannels.WriteAddress);
        }
        else if (outputs.AxiAwValid != 0)
        {
            _addressStalls.Wait();
        }

        if (inputs.AxiWReady != 0 && outputs.AxiWValid != 0)
        {
            _open.Add(new Beat(outputs.AxiWDataLow, outputs.AxiWDataHigh, outputs.AxiWStrb));
            Bytes += System.Numerics.BitOperations.PopCount(outputs.AxiWStrb);
            _dataStalls.Next();
            faults.Carried(AxiChannels.WriteData);
            if (outputs.AxiWLast != 0)
            {
                _data.Enqueue(_open);
                _open = [];
            }
        }
        else if (outputs.AxiWValid != 0)
        {
            _dataStalls.Wait();
        }

        if (_offered && outputs.AxiBReady != 0)
        {
            _offered = false;
            faults.Carried(AxiChannels.WriteResponse);
            Commit(_answers.Dequeue());
        }

        while (_addresses.Count > 0 && _data.Count > 0) Close(cycle, _addresses.Dequeue(), _data.Dequeue());
    }

    /// <summary>Writes what waits for its response.</summary>
    public void CommitAll()
    {
        while (_answers.TryDequeue(out Answer? answer)) Commit(answer);
    }

    private void Close(long cycle, ulong start, List<Beat> beats)
    {
        ulong first = start & ~(ulong)(beatBytes - 1);
        AxiResponse response = AxiResponse.Okay;
        for (int i = 0; i < beats.Count && response == AxiResponse.Okay; i++)
        {
            ulong address = first + (ulong)(i * beatBytes);
            response = faults.Write(address, beatBytes);
            if (response == AxiResponse.Okay && !memory.Contains(address, beatBytes)) response = AxiResponse.DecodeError;
        }

        _answers.Enqueue(new Answer(first, beats, response, cycle + timing.WriteLatency));
    }

    private void Commit(Answer answer)
    {
        if (answer.Response != AxiResponse.Okay) return;
        Span<byte> data = stackalloc byte[2 * sizeof(ulong)];
        for (int i = 0; i < answer.Beats.Count; i++)
        {
            Beat beat = answer.Beats[i];
            BinaryPrimitives.WriteUInt64LittleEndian(data, beat.Low);
            BinaryPrimitives.WriteUInt64LittleEndian(data[sizeof(ulong)..], beat.High);
            Span<byte> target = memory.Slice(answer.Address + (ulong)(i * beatBytes), beatBytes);
            for (int lane = 0; lane < beatBytes; lane++)
            {
                if ((beat.Strobes >> lane & 1) != 0) target[lane] = data[lane];
            }
        }
    }

    private readonly record struct Beat(ulong Low, ulong High, uint Strobes);

    private sealed record Answer(ulong Address, List<Beat> Beats, AxiResponse Response, long Due);
}
