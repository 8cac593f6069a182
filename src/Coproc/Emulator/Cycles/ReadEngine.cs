using System.Numerics;

namespace XrNpe.Coproc;

/// <summary>What the data of a read request is for.</summary>
internal enum ReadKind
{
    /// <summary>A descriptor.</summary>
    Descriptor,

    /// <summary>A channel table.</summary>
    Table,

    /// <summary>Operands.</summary>
    Operand,
}

/// <summary>What comes back with the data of a request.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="IsStream">Of operands: of the streaming one.</param>
/// <param name="Ends">The request is the last of its block.</param>
internal readonly record struct ReadTag(ReadKind Kind, bool IsStream, bool Ends);

/// <summary>A read request.</summary>
/// <param name="Address">First byte.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Skip">Where in its first entry the first byte goes.</param>
/// <param name="Tag">Comes back with the data.</param>
internal readonly record struct ReadRequest(ulong Address, int Bytes, int Skip, ReadTag Tag);

/// <summary>Module <c>xrnpe_axi_read</c>, cycle by cycle, without the data.</summary>
internal sealed class ReadEngine(CoprocConfig config)
{
    private readonly int _beatBytes = config.DataWidth / 8;
    private readonly int _shift = BitOperations.Log2((uint)config.DataWidth / 8);
    private readonly Waiting[] _queue = new Waiting[config.OutstandingReads];
    private bool _cut;
    private ulong _beatAddress;
    private int _beatsLeft;
    private int _bursts;
    private int _put;
    private int _take;
    private int _waiting;
    private int _beat;
    private bool _tail;
    private ReadTag _tailTag;

    /// <summary>An address is offered.</summary>
    public bool ArValid { get; private set; }

    /// <summary>Which.</summary>
    public ulong ArAddress { get; private set; }

    /// <summary>Its beats, less one.</summary>
    public int ArLength { get; private set; }

    /// <summary>An entry came.</summary>
    public bool EntryValid { get; private set; }

    /// <summary>What it is for.</summary>
    public ReadTag EntryTag { get; private set; }

    /// <summary>It is the last of its request.</summary>
    public bool EntryLast { get; private set; }

    /// <summary>The first bad response.</summary>
    public uint Error { get; private set; }

    /// <summary>The request that met it.</summary>
    public ReadTag ErrorTag { get; private set; }

    /// <summary>Nothing is under way.</summary>
    public bool IsIdle => !_cut && !ArValid && _bursts == 0 && !_tail && !EntryValid;

    private bool Clashes => _tail && _beat == 0 && _queue[_take].Early;

    /// <summary>Data is taken.</summary>
    public bool RReady(bool stop) => _bursts != 0 && (stop || !Clashes);

    /// <summary>A request is taken.</summary>
    public bool Ready(bool stop, bool arReady) => (!_cut || CutEnds(arReady)) && _waiting != config.OutstandingReads && !stop;

    /// <summary>The clock's edge.</summary>
    public void Clock(bool stop, bool clear, bool taken, in ReadRequest request, bool arReady, bool rValid, bool rLast, uint rResponse)
    {
        bool arTaken = ArValid && arReady;
        bool arStart = ArStarts(arReady);
        bool beat = rValid && RReady(stop);
        bool first = _beat == 0;
        Waiting head = _queue[_take];
        bool last = _beat + 1 == head.Beats;
        bool pair = beat && (!first || head.Early);
        bool finishes = beat && last;

        EntryValid = !stop && (_tail || pair);
        EntryTag = _tail ? _tailTag : head.Tag;
        EntryLast = _tail || (last && !head.Tail);
        _tailTag = head.Tag;
        if (Error == 0) ErrorTag = head.Tag;
        if (clear) Error = 0;
        else if (beat && (rResponse & 2) != 0 && Error == 0) Error = rResponse;

        int burst = Burst;
        if (arStart && !stop)
        {
            ArValid = true;
            ArAddress = _beatAddress << _shift;
            ArLength = burst - 1;
        }
        else if (arTaken)
        {
            ArValid = false;
        }

        if (arStart && !stop) _bursts++;
        if (beat && rLast) _bursts--;

        Waiting next = default;
        if (taken) next = Wait(request);
        if (stop)
        {
            _cut = false;
        }
        else if (taken)
        {
            _cut = true;
            _beatAddress = request.Address >> _shift;
            _beatsLeft = next.Beats;
        }
        else if (arStart)
        {
            _cut = _beatsLeft != burst;
            _beatAddress += (ulong)burst;
            _beatsLeft -= burst;
        }

        if (stop)
        {
            (_put, _take, _waiting, _beat, _tail) = (0, 0, 0, 0, false);
            return;
        }

        if (taken)
        {
            _queue[_put] = next;
            _put = (_put + 1) & (_queue.Length - 1);
            _waiting++;
        }

        if (finishes)
        {
            _take = (_take + 1) & (_queue.Length - 1);
            _waiting--;
            _beat = 0;
        }
        else if (beat)
        {
            _beat++;
        }

        _tail = finishes && head.Tail;
    }

    private Waiting Wait(in ReadRequest request)
    {
        int offset = (int)request.Address & (_beatBytes - 1);
        int beats = (request.Bytes + offset + _beatBytes - 1) >> _shift;
        int entries = (request.Bytes + request.Skip + _beatBytes - 1) >> _shift;
        bool early = offset < request.Skip;
        return new Waiting(beats, early, entries == beats + (early ? 1 : 0), request.Tag);
    }

    private int Burst => BurstCut.Next(_beatAddress, _beatsLeft, config);

    private bool ArStarts(bool arReady) => _cut && (!ArValid || arReady) && _bursts != config.OutstandingReads;

    private bool CutEnds(bool arReady) => ArStarts(arReady) && Burst == _beatsLeft;

    private readonly record struct Waiting(int Beats, bool Early, bool Tail, ReadTag Tag);
}
