using System.Numerics;

namespace XrNpe.Coproc;

/// <summary>A tile whose last step is issued.</summary>
/// <param name="Address">Its first byte of C.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Bytes">Bytes of each of its rows.</param>
/// <param name="Row">First row of C.</param>
/// <param name="Column">First column of C.</param>
/// <param name="FreesTable">The last tile of its columns.</param>
internal readonly record struct FinishedTile(ulong Address, int Rows, int Columns, int Bytes, uint Row, uint Column, bool FreesTable);

/// <summary>Module <c>xrnpe_issue</c>, cycle by cycle: walks a job's tiles step by step, as their operands are there.</summary>
internal sealed class Issue(CoprocConfig config)
{
    private readonly int _entryWords = CoprocShape.EntryWords(config);
    private readonly int _entryLog2 = BitOperations.Log2((uint)CoprocShape.EntryWords(config));
    private readonly int _slices = config.Slices;
    private readonly int _room = CoprocShape.Segments(config);
    private readonly int _groups = CoprocShape.Groups(config);
    private JobPlan _job = null!;
    private bool _run;

    // The walk
    private uint _groupLeft;
    private uint _residentLeft;
    private uint _streamLeft;
    private int _outRowsLeft;
    private int _panel;
    private bool _loading;
    private bool _firstTile;

    // The step
    private int _kLeft;
    private int _rowLeft;

    // Blocks
    private int _streamBlock;
    private int _streamIn;
    private int _residentBlock;
    private int _residentIn;
    private int _streamCame;
    private int _residentCame;

    // The output
    private int _gap;
    private int _segments;

    // Places in C
    private ulong _streamC;
    private ulong _residentC;
    private ulong _groupC;
    private uint _streamIndex;
    private uint _residentIndex;
    private uint _groupIndex;

    // What the coming edge will do
    private int _count;
    private bool _tileLast;

    /// <summary>Steps are left.</summary>
    public bool IsBusy => _run;

    /// <summary>The job's first step was issued.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Segments are on their way or wait.</summary>
    public bool HasSegments => _segments != 0;

    /// <summary>A step is issued in this cycle.</summary>
    public bool Step { get; private set; }

    /// <summary>It is a tile's last.</summary>
    public bool Last => Step && _tileLast;

    /// <summary>The operands are there, the output is not free.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Entries of the streaming operand that are no longer needed from this cycle on.</summary>
    public int StreamFree { get; private set; }

    /// <summary>Of the resident one.</summary>
    public int ResidentFree { get; private set; }

    /// <summary>The tile that ends in this cycle.</summary>
    public FinishedTile Tile
    {
        get
        {
            int rows = TileRows;
            uint columns = _job.Swap ? StreamRows : ResidentRows;
            bool lastColumns = _job.Swap ? RowEnds : LastResident;
            ulong offset = _job.Swap ? _streamC : _residentC;
            int bytes = lastColumns ? (int)(_job.RowBytes - (long)offset) : _job.ColumnBytes;
            return new FinishedTile(
                _job.Descriptor.CAddress + _streamC + _residentC,
                rows,
                (int)columns,
                bytes,
                _job.Swap ? _residentIndex : _streamIndex,
                _job.Swap ? _streamIndex : _residentIndex,
                _job.Swap ? LastPanel : LastStream);
        }
    }

    private uint StreamRows => Math.Min(_streamLeft, _job.StreamLanes);

    private uint ResidentRows => Math.Min(_residentLeft, _job.ResidentLanes);

    private int TileRows => (int)(_job.Swap ? ResidentRows : StreamRows);

    private bool RowEnds => _streamLeft <= _job.StreamLanes;

    private bool LastStream => RowEnds && (!_job.IsWindow || _outRowsLeft == 1);

    private bool LastResident => _residentLeft <= _job.ResidentLanes;

    private bool LastPanel => _panel + 1 == _job.Group || LastResident;

    private bool NewStream => _panel == 0;

    private bool NewResident => _loading || _job.Reload;

    /// <summary>Takes up a job.</summary>
    public void Start(JobPlan job)
    {
        _job = job;
        _run = true;
        HasBegun = false;
        _groupLeft = _residentLeft = job.ResidentCount;
        _streamLeft = job.IsWindow ? job.Descriptor.WindowOutWidth : job.StreamCount;
        _outRowsLeft = job.Descriptor.WindowOutHeight;
        _panel = 0;
        _loading = true;
        (_streamCame, _residentCame) = (0, 0);
        (_streamC, _residentC, _groupC) = (0, 0, 0);
        (_streamIndex, _residentIndex, _groupIndex) = (0, 0, 0);
        _firstTile = true;
        StartTile();
    }

    /// <summary>Decides what this cycle does; to be called before its edge.</summary>
    public void Evaluate(bool stop)
    {
        Step = IsBlocked = _tileLast = false;
        (StreamFree, ResidentFree) = (0, 0);
        if (!_run || stop) return;

        _count = Math.Min(_rowLeft, _slices);
        _tileLast = _kLeft == _count;
        bool streamThere = !NewStream || _streamCame != 0;
        bool residentThere = !NewResident || _residentCame > (_residentIn < _count ? 1 : 0);
        if (!streamThere || !residentThere) return;
        Step = !_tileLast || (_gap == 0 && _segments + TileRows <= _room);
        IsBlocked = !Step;
        if (!Step) return;

        if (StreamEnds && LastPanel) StreamFree = _job.IsWindow ? _job.RowEntries : Entries(_streamBlock);
        if (!ResidentEnds || !(LastStream || _job.Reload)) return;
        ResidentFree = Entries(_residentBlock) + (EndsTwo ? Entries(Block(_kLeft - _residentIn)) : 0);
    }

    private bool StreamEnds => _job.IsWindow ? _rowLeft == _count : _streamIn <= _count;

    private bool ResidentEnds => _residentIn <= _count;

    // The last step of K may use up the rest of one block and all of the next.
    private bool EndsTwo => _residentIn < _count && _tileLast;

    /// <summary>The clock's edge.</summary>
    /// <param name="stop">Issue nothing more.</param>
    /// <param name="streamReady">A block of the streaming operand has come.</param>
    /// <param name="residentReady">A block of the resident operand has come.</param>
    /// <param name="segmentTaken">A segment has left.</param>
    public void Clock(bool stop, bool streamReady, bool residentReady, bool segmentTaken)
    {
        bool last = Last;
        if (streamReady) _streamCame++;
        if (residentReady) _residentCame++;
        if (segmentTaken) _segments--;
        if (_gap != 0) _gap--;
        if (stop) _run = false;
        if (!Step) return;

        HasBegun = true;
        if (StreamEnds && NewStream) _streamCame--;
        if (ResidentEnds && NewResident) _residentCame -= EndsTwo ? 2 : 1;
        if (last)
        {
            int rows = TileRows;
            _segments += rows;
            _gap = (rows * _groups) - 1;
            EndTile();
            return;
        }

        bool streamEnds = StreamEnds, residentEnds = ResidentEnds;
        if (streamEnds && !_job.IsWindow)
        {
            _streamBlock = Block(_kLeft - _streamIn);
            _streamIn += _streamBlock;
        }

        if (residentEnds)
        {
            _residentBlock = Block(_kLeft - _residentIn);
            _residentIn += _residentBlock;
        }

        _streamIn -= _count;
        _residentIn -= _count;
        _kLeft -= _count;
        _rowLeft = _rowLeft == _count ? _job.RowWords : _rowLeft - _count;
    }

    private int Entries(int words) => (words + _entryWords - 1) >> _entryLog2;

    private int Block(int left) =>
        Math.Min(left, (_firstTile ? CoprocShape.FirstBlockEntries : CoprocShape.BlockEntries) * _entryWords);

    private void StartTile()
    {
        _kLeft = _job.KWords;
        _rowLeft = _job.RowWords;
        _streamBlock = _streamIn = _residentBlock = _residentIn = Block(_job.KWords);
    }

    private void EndTile()
    {
        bool lastPanel = LastPanel, lastStream = LastStream, rowEnds = RowEnds;
        uint streamRows = StreamRows, residentRows = ResidentRows;
        ulong rowsBytes = (ulong)_job.Descriptor.CStride * (ulong)TileRows;
        ulong streamStep = _job.Swap ? (ulong)_job.ColumnBytes : rowsBytes;
        ulong residentStep = _job.Swap ? rowsBytes : (ulong)_job.ColumnBytes;
        if (lastPanel && lastStream && LastResident) _run = false;
        _firstTile = false;
        StartTile();
        if (!lastPanel)
        {
            _panel++;
            _residentLeft -= residentRows;
            _residentC += residentStep;
            _residentIndex += residentRows;
            return;
        }

        _panel = 0;
        _loading = lastStream;
        if (lastStream)
        {
            _groupLeft = _residentLeft -= residentRows;
            _groupC = _residentC += residentStep;
            _groupIndex = _residentIndex += residentRows;
        }
        else
        {
            (_residentLeft, _residentC, _residentIndex) = (_groupLeft, _groupC, _groupIndex);
        }

        _streamC = lastStream ? 0 : _streamC + streamStep;
        _streamIndex = lastStream ? 0 : _streamIndex + streamRows;
        _streamLeft -= streamRows;
        if (!rowEnds) return;
        _streamLeft = _job.IsWindow ? _job.Descriptor.WindowOutWidth : _job.StreamCount;
        _outRowsLeft = lastStream ? _job.Descriptor.WindowOutHeight : _outRowsLeft - 1;
    }
}
