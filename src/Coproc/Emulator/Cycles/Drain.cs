namespace XrNpe.Coproc;

/// <summary>Module <c>xrnpe_drain</c>, cycle by cycle: finished tiles become segments of C.</summary>
internal sealed class Drain
{
    private readonly int _captureLatency;
    private readonly int _outLatency;
    private readonly int _groups;
    private readonly Queue<FinishedTile> _tiles = new();
    private readonly Queue<Segment> _abouts = new();
    private readonly Queue<Segment> _segments = new();
    private JobPlan _job = null!;
    private uint[] _results = [];
    private ulong _coming;
    private ulong _ending;
    private FinishedTile _tile;
    private int _rowsLeft;
    private int _group;
    private ulong _address;
    private uint _row;

    /// <summary>An empty drain.</summary>
    public Drain(CoprocConfig config)
    {
        _captureLatency = CoprocShape.CaptureLatency(config);
        _outLatency = CoprocShape.OutUnitLatency(config);
        _groups = CoprocShape.Groups(config);
    }

    /// <summary>A segment is offered.</summary>
    public bool SegmentValid => _segments.Count != 0;

    /// <summary>Which.</summary>
    public Segment Segment => _segments.Count != 0 ? _segments.Peek() : default;

    /// <summary>The place of a captured tile's columns in the channel table is free from this cycle on.</summary>
    public bool TableFree => Capture && _tiles.Peek().FreesTable;

    private bool Capture => (_coming >> (_captureLatency - 1) & 1) != 0;

    /// <summary>Nothing is on its way through: the clock's edge changes nothing unless a tile ends or a segment leaves.</summary>
    public bool IsQuiet => (_coming | _ending) == 0 && _rowsLeft == 0;

    /// <summary>Takes up a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="results">Its codes, row-major.</param>
    public void Start(JobPlan job, uint[] results)
    {
        _job = job;
        _results = results;
    }

    /// <summary>The clock's edge.</summary>
    /// <param name="tileEnds">A tile's last step is issued.</param>
    /// <param name="tile">That tile.</param>
    /// <param name="taken">The segment offered leaves.</param>
    public void Clock(bool tileEnds, in FinishedTile tile, bool taken)
    {
        bool capture = Capture;
        bool leaving = _rowsLeft != 0;
        bool rowStarts = leaving && _group == 0;
        bool rowEnds = leaving && _group == _groups - 1;
        bool filled = (_ending >> (_outLatency - 1) & 1) != 0;

        if (taken) _segments.Dequeue();
        if (rowStarts) _abouts.Enqueue(new Segment(_job, _results, _address, _tile.Bytes, _row, _tile.Column, _tile.Columns));
        if (filled)
        {
            _segments.Enqueue(_abouts.Dequeue());
        }

        _ending = (_ending << 1) | (rowEnds ? 1ul : 0);
        if (capture)
        {
            _tile = _tiles.Dequeue();
            (_rowsLeft, _group, _address, _row) = (_tile.Rows, 0, _tile.Address, _tile.Row);
        }
        else if (leaving)
        {
            if (rowEnds)
            {
                _rowsLeft--;
                _row++;
                _address += _job.Descriptor.CStride;
            }

            _group = rowEnds ? 0 : _group + 1;
        }

        if (tileEnds) _tiles.Enqueue(tile);
        _coming = (_coming << 1) | (tileEnds ? 1ul : 0);
    }
}
