using System.Numerics;

namespace XrNpe.Coproc;

/// <summary>Module <c>xrnpe_loader</c>, cycle by cycle: walks a job's tiles ahead of the array and asks for their operands.</summary>
internal sealed class Loader(CoprocConfig config)
{
    private readonly int _entryWords = CoprocShape.EntryWords(config);
    private readonly int _entryLog2 = BitOperations.Log2((uint)CoprocShape.EntryWords(config));
    private readonly int _bufferEntries = CoprocShape.BufferEntries(config);
    private JobPlan _job = null!;
    private State _state;

    // The walk
    private ulong _residentAddress;
    private uint _residentLeft;
    private ulong _streamAddress;
    private uint _streamLeft;
    private int _panel;
    private bool _loading;
    private bool _firstTile;
    private ulong _tableAddress;

    // The window; its products take some cycles, in which blocks of the resident operand go out
    private const int JobGeometry = 3;
    private const int PanelGeometry = 4;
    private int _geometry;
    private bool _placing;
    private int _outRowsLeft;
    private int _x;
    private int _y;
    private ulong _yAddress;
    private ulong _rowAddress;
    private int _row;
    private int _segmentWords;
    private int _clipWords;
    private int _placeWords;

    // Blocks
    private int _streamWord;
    private int _residentWord;
    private bool _streamDone;
    private bool _residentDone;
    private int _streamUsed;
    private int _residentUsed;
    private int _tableUsed;

    // The block being asked for
    private ulong _address;
    private int _words;
    private int _skip;
    private bool _isStream;
    private uint _lanesLeft;
    private uint _laneStride;

    private enum State
    {
        Idle, Group, Panel, Table, Pick, Request, Next,
    }

    /// <summary>Operands are left to ask for.</summary>
    public bool IsBusy => _state != State.Idle;

    /// <summary>A request is offered.</summary>
    public bool IsAsking => _state == State.Request || (_state == State.Table && _tableUsed != CoprocShape.TablePlaces);

    /// <summary>The request.</summary>
    public ReadRequest Request => _state == State.Table
        ? new ReadRequest(_tableAddress, ChannelTableLayout.EntryBytes * (int)(_job.Swap ? StreamRows : ResidentRows), 0, new ReadTag(ReadKind.Table, false, false))
        : new ReadRequest(_address, 2 * _words, 2 * _skip, new ReadTag(ReadKind.Operand, _isStream, _lanesLeft == 1));

    private uint StreamRows => Math.Min(_streamLeft, _job.StreamLanes);

    private uint ResidentRows => Math.Min(_residentLeft, _job.ResidentLanes);

    private bool RowEnds => _streamLeft <= _job.StreamLanes;

    private bool LastStream => RowEnds && (!_job.IsWindow || _outRowsLeft == 1);

    private bool LastResident => _residentLeft <= _job.ResidentLanes;

    private bool LastPanel => !_loading || _panel + 1 == _job.Group || LastResident;

    private bool NeedStream => _panel == 0;

    private bool NeedResident => _loading || _job.Reload;

    private bool BringsTable => _job.HasTable && (_job.Swap ? NeedStream : _loading);

    /// <summary>Takes up a job.</summary>
    public void Start(JobPlan job)
    {
        _job = job;
        _residentAddress = job.ResidentAddress;
        _residentLeft = job.ResidentCount;
        _tableAddress = job.Descriptor.ChannelTable;
        (_streamUsed, _residentUsed, _tableUsed) = (0, 0, 0);
        _firstTile = true;
        EnterGroup();
        _geometry = job.IsWindow ? JobGeometry + PanelGeometry : 0;
    }

    /// <summary>The clock's edge.</summary>
    /// <param name="stop">Ask for nothing more.</param>
    /// <param name="ready">A request offered is taken.</param>
    /// <param name="streamFree">Entries of the streaming operand that the array is done with.</param>
    /// <param name="residentFree">Of the resident one.</param>
    /// <param name="tableFree">A panel of columns is done with.</param>
    public void Clock(bool stop, bool ready, int streamFree, int residentFree, bool tableFree)
    {
        if (stop || _state == State.Idle)
        {
            _state = State.Idle;
            return;
        }

        bool asked = IsAsking && ready;
        _placing = _geometry > 0;
        if (_placing) _geometry--;
        else if (_state == State.Panel && _job.IsWindow && NeedStream) _geometry = PanelGeometry;
        int streamMore = 0, residentMore = 0;
        switch (_state)
        {
            case State.Group: EnterGroup(); break;
            case State.Panel: EnterPanel(); break;
            case State.Table:
                if (!asked) break;
                _tableAddress += (ulong)(ChannelTableLayout.EntryBytes * config.Cols);
                _tableUsed++;
                _state = State.Pick;
                break;
            case State.Pick: Pick(out streamMore, out residentMore); break;
            case State.Request:
                if (!asked) break;
                if (_lanesLeft == 1) _state = _streamDone && _residentDone ? State.Next : State.Pick;
                _lanesLeft--;
                _address += _laneStride;
                break;
            default: Next(); break;
        }

        _streamUsed += streamMore - streamFree;
        _residentUsed += residentMore - residentFree;
        if (tableFree && _job.HasTable) _tableUsed--;
    }

    private void EnterGroup()
    {
        Descriptor d = _job.Descriptor;
        _streamAddress = _job.StreamAddress;
        _streamLeft = _job.IsWindow ? d.WindowOutWidth : _job.StreamCount;
        _panel = 0;
        _loading = true;
        _outRowsLeft = d.WindowOutHeight;
        (_x, _y) = (-d.WindowPadLeft, -d.WindowPadTop);
        _yAddress = unchecked(d.AAddress - ((ulong)d.AStride * d.WindowPadTop));
        if (_job.Swap) _tableAddress = d.ChannelTable;
        _state = State.Panel;
    }

    private void EnterPanel()
    {
        (_streamWord, _residentWord) = (0, 0);
        _streamDone = !NeedStream;
        _residentDone = !NeedResident;
        (_row, _rowAddress) = (_y, _yAddress);
        if (_job.IsWindow && NeedStream) PlaceWindow();
        _state = BringsTable ? State.Table : State.Pick;
    }

    private void PlaceWindow()
    {
        Descriptor d = _job.Descriptor;
        int last = _x + (((int)StreamRows - 1) * d.WindowStrideX) + d.WindowKernelWidth - 1;
        bool outside = last < 0 || _x >= d.WindowWidth;
        int first = outside ? 0 : Math.Max(_x, 0);
        int end = outside ? 1 : Math.Min(last + 1, d.WindowWidth);
        int clip = outside ? 0 : Math.Max(-_x, 0);
        _segmentWords = (end - first) * _job.ChannelWords;
        _clipWords = clip * _job.ChannelWords;
        _placeWords = first * _job.ChannelWords;
    }

    private void Pick(out int streamMore, out int residentMore)
    {
        (streamMore, residentMore) = (0, 0);
        bool resident = !_residentDone && (_streamDone || _residentWord <= _streamWord);
        bool spread = _job.IsWindow && !resident;
        if (spread && _placing) return;
        int word = resident ? _residentWord : _streamWord;
        int left = _job.KWords - word;
        int most = (_firstTile ? CoprocShape.FirstBlockEntries : CoprocShape.BlockEntries) * _entryWords;
        int words = spread ? _job.RowWords : Math.Min(left, most);
        int entries = spread ? _job.RowEntries : (words + _entryWords - 1) >> _entryLog2;
        if ((resident ? _residentUsed : _streamUsed) + entries > _bufferEntries) return;

        _isStream = !resident;
        _words = spread ? _segmentWords : words;
        _skip = spread ? _clipWords & (_entryWords - 1) : 0;
        _lanesLeft = spread ? 1 : resident ? ResidentRows : StreamRows;
        _laneStride = resident ? _job.ResidentStride : _job.StreamStride;
        Descriptor d = _job.Descriptor;
        bool inside = _row >= 0 && _row < d.WindowHeight;
        _address = spread
            ? (inside ? _rowAddress : d.AAddress) + (2 * (ulong)_placeWords)
            : (resident ? _residentAddress : _streamAddress) + (2 * (ulong)word);
        if (resident)
        {
            _residentWord += words;
            _residentDone = words == left;
            residentMore = entries;
        }
        else
        {
            _streamWord += words;
            _streamDone = words == left;
            _row++;
            _rowAddress += d.AStride;
            streamMore = entries;
        }

        _state = State.Request;
    }

    private void Next()
    {
        _firstTile = false;
        bool lastPanel = LastPanel, lastStream = LastStream, rowEnds = RowEnds;
        bool lastGroup = _loading || _job.Reload ? LastResident : _residentLeft == 0;
        if (_job.Reload ? lastStream : _loading)
        {
            _residentAddress += (ulong)_job.ResidentStride * _job.ResidentLanes;
            _residentLeft -= ResidentRows;
        }

        _state = !lastPanel || !lastStream ? State.Panel : lastGroup ? State.Idle : State.Group;
        _panel = lastPanel ? 0 : _panel + 1;
        if (!lastPanel) return;

        Descriptor d = _job.Descriptor;
        _loading = false;
        _streamAddress += (ulong)_job.StreamStride * _job.StreamLanes;
        _streamLeft -= StreamRows;
        _x += d.WindowStrideX * config.Rows;
        if (_job.IsWindow && rowEnds)
        {
            _streamLeft = d.WindowOutWidth;
            _outRowsLeft--;
            _x = -d.WindowPadLeft;
            _y += d.WindowStrideY;
            _yAddress += (ulong)d.AStride * d.WindowStrideY;
        }
    }
}
