using System.Buffers.Binary;
using System.Numerics;

namespace XrNpe.Coproc;

/// <summary>Module <c>xrnpe_axi_write</c>, cycle by cycle.</summary>
internal sealed class WriteEngine
{
    private readonly CoprocConfig _config;
    private readonly int _beatBytes;
    private readonly int _shift;
    private readonly byte[] _data;
    private readonly byte[] _strobes;
    private int _place;
    private ulong _beatAddress;
    private int _beatsLeft;
    private int _wLeft;
    private int _pending;

    /// <summary>An idle engine.</summary>
    public WriteEngine(CoprocConfig config)
    {
        _config = config;
        _beatBytes = config.DataWidth / 8;
        _shift = BitOperations.Log2((uint)_beatBytes);

        // A segment of float32 values that starts anywhere in a beat, and a beat of nothing behind it.
        int most = (sizeof(float) * config.Cols) + (3 * _beatBytes);
        _data = new byte[most];
        _strobes = new byte[most];
    }

    /// <summary>An address is offered.</summary>
    public bool AwValid { get; private set; }

    /// <summary>Which.</summary>
    public ulong AwAddress { get; private set; }

    /// <summary>Its beats, less one.</summary>
    public int AwLength { get; private set; }

    /// <summary>Data is offered.</summary>
    public bool WValid => _wLeft != 0;

    /// <summary>It is a burst's last.</summary>
    public bool WLast => _wLeft == 1;

    /// <summary>Responses are taken.</summary>
    public bool BReady => _pending != 0;

    /// <summary>The first bad response.</summary>
    public uint Error { get; private set; }

    /// <summary>Nothing is to be sent, and every write is answered.</summary>
    public bool IsIdle => _beatsLeft == 0 && !AwValid && _wLeft == 0 && _pending == 0;

    /// <summary>The beat that is offered: its data, low half first, and its strobes.</summary>
    public (ulong Low, ulong High, uint Strobes) Beat
    {
        get
        {
            uint strobes = 0;
            for (int i = 0; i < _beatBytes; i++) strobes |= (uint)_strobes[_place + i] << i;
            ReadOnlySpan<byte> data = _data.AsSpan(_place);
            ulong low = BinaryPrimitives.ReadUInt64LittleEndian(data);
            return (low, _beatBytes > sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(data[sizeof(ulong)..]) : 0, strobes);
        }
    }

    /// <summary>A segment is taken, if one is offered.</summary>
    public bool Ready(bool stop, bool awReady, bool wReady) => Free(stop, awReady, wReady) && _beatsLeft == 0;

    /// <summary>The clock's edge.</summary>
    public void Clock(bool stop, bool clear, bool segmentValid, in Segment segment, bool awReady, bool wReady, bool bValid, uint bResponse)
    {
        bool free = Free(stop, awReady, wReady);
        bool more = _beatsLeft != 0;
        bool wTaken = WValid && wReady;
        bool bTaken = bValid && BReady;
        bool start = free && (more || segmentValid);
        bool taken = free && !more && segmentValid;

        if (taken)
        {
            Load(segment);
        }
        else if (wTaken)
        {
            _place += _beatBytes;
        }

        if (start)
        {
            ulong address = more ? _beatAddress : segment.Address >> _shift;
            int beats = more ? _beatsLeft : (segment.Bytes + ((int)segment.Address & (_beatBytes - 1)) + _beatBytes - 1) >> _shift;
            int burst = BurstCut.Next(address, beats, _config);
            _beatAddress = address + (ulong)burst;
            _beatsLeft = beats - burst;
            (AwValid, AwAddress, AwLength) = (true, address << _shift, burst - 1);
            _wLeft = burst;
        }
        else
        {
            if (stop) _beatsLeft = 0;
            if (AwValid && awReady) AwValid = false;
            if (wTaken) _wLeft--;
        }

        _pending += (start ? 1 : 0) - (bTaken ? 1 : 0);
        if (clear) Error = 0;
        else if (bTaken && Error == 0 && (bResponse & 2) != 0) Error = bResponse;
    }

    private bool Free(bool stop, bool awReady, bool wReady) =>
        (!AwValid || awReady) && (_wLeft == 0 || (_wLeft == 1 && wReady)) && _pending != CoprocShape.OutstandingWrites && !stop;

    private void Load(in Segment segment)
    {
        int offset = (int)segment.Address & (_beatBytes - 1);
        _place = 0;
        Array.Clear(_data);
        Array.Clear(_strobes);
        segment.Pack(_data.AsSpan(offset, segment.Bytes));
        _strobes.AsSpan(offset, segment.Bytes).Fill(1);
    }
}
