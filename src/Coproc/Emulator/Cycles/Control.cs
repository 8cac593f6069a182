namespace XrNpe.Coproc;

/// <summary>What the rest of the co-processor tells <see cref="Control"/> in a cycle.</summary>
internal readonly record struct ControlInputs(
    bool FetchReady,
    bool Fetched,
    bool LoaderBusy,
    bool IssueBusy,
    bool HasSegments,
    bool ReadIdle,
    uint ReadError,
    bool ReadErrorIsFetch,
    bool ReadProgress,
    bool WriteIdle,
    uint WriteError,
    bool WriteProgress);

/// <summary>Module <c>xrnpe_control</c>, cycle by cycle: walks the chain, starts each job, and says how it ended.</summary>
internal sealed class Control(ChainMemory memory)
{
    private State _state;
    private FetchState _fetch;
    private ulong _following;
    private bool _startAsked;
    private bool _resetAsked;
    private ulong _first;
    private uint _timer;
    private int _checkLeft;
    private ErrorCode _verdict;

    private enum State
    {
        Idle, Quiesce, Wait, Start, Run, Settle, Done,
    }

    private enum FetchState
    {
        None, Hold, Fetch, Load, Check, Verdict, Known,
    }

    /// <summary>Cycles without progress that end a chain; 0: never.</summary>
    public uint WatchdogCycles { get; set; }

    /// <summary>A chain is running.</summary>
    public bool IsBusy => _state != State.Idle;

    /// <summary>It ends in this cycle.</summary>
    public bool IsDone => _state == State.Done;

    /// <summary>How.</summary>
    public ErrorCode Error { get; private set; }

    /// <summary>Which descriptor, 0 the first.</summary>
    public uint Index { get; private set; }

    /// <summary>Its address.</summary>
    public ulong Address { get; private set; }

    /// <summary>A request for it is offered.</summary>
    public bool FetchValid => _fetch == FetchState.Fetch && !IsMisplaced;

    /// <summary>The request.</summary>
    public ReadRequest FetchRequest => new(_following, DescriptorLayout.Bytes, 0, new ReadTag(ReadKind.Descriptor, false, false));

    /// <summary>All walks start.</summary>
    public bool JobStarts => _state == State.Start;

    /// <summary>The job is at work.</summary>
    public bool IsRunning => _state == State.Run;

    /// <summary>No job may go on.</summary>
    public bool Stop => _state is State.Idle or State.Quiesce or State.Settle or State.Done;

    /// <summary>Old errors are forgotten.</summary>
    public bool Clear { get; private set; }

    /// <summary>Jobs that ended since power-up.</summary>
    public long JobsDone { get; private set; }

    /// <summary>The job, once its descriptor passed.</summary>
    public JobPlan? Job { get; private set; }

    /// <summary>Its results.</summary>
    public JobResult? Result { get; private set; }

    private bool IsMisplaced => _following % DescriptorLayout.Bytes != 0;

    /// <summary>Software starts a chain with the next edge; not while one is running.</summary>
    public void AskStart(ulong first) => (_startAsked, _first) = (true, first);

    /// <summary>Software ends the chain with the next edge.</summary>
    public void AskReset() => _resetAsked = true;

    /// <summary>What the outputs of this cycle depend on, beside the state.</summary>
    public void Evaluate(in ControlInputs inputs) =>
        Clear = (_state == State.Idle && _startAsked) || (_state == State.Quiesce && IsQuiet(inputs));

    /// <summary>The clock's edge.</summary>
    public void Clock(in ControlInputs i)
    {
        bool waiting = _state is not (State.Idle or State.Done) && !(i.ReadIdle && i.WriteIdle);
        bool expired = waiting && WatchdogCycles != 0 && _timer >= WatchdogCycles;
        _timer = !waiting || i.ReadProgress || i.WriteProgress || expired ? 0 : _timer + 1;
        bool reset = _resetAsked && _state is not (State.Idle or State.Settle or State.Done);
        _resetAsked = false;

        bool knows = _fetch == FetchState.Known || (_fetch == FetchState.Verdict && _checkLeft == 1);
        bool accept = _state == State.Wait && knows && _verdict == ErrorCode.None && !expired && !reset;
        State state = _state;
        FetchState fetch = _fetch;
        ulong following = _following;
        Fetch(i, accept);

        if (expired)
        {
            _state = State.Done;
            if (Error == ErrorCode.None) Error = ErrorCode.Watchdog;
        }
        else if (reset)
        {
            (_state, Error) = (State.Settle, ErrorCode.SoftReset);
        }
        else if (state == State.Run && ((i.ReadError != 0 && !i.ReadErrorIsFetch) || i.WriteError != 0))
        {
            (_state, Error) = (State.Settle, i.WriteError == 0 ? ReadCode(i.ReadError) : WriteCode(i.WriteError));
        }
        else
        {
            Walk(i, knows, accept, fetch, following);
        }

        _startAsked = false;
    }

    private static ErrorCode ReadCode(uint response) => (response & 1) != 0 ? ErrorCode.ReadDecodeError : ErrorCode.ReadSlaveError;

    private static ErrorCode WriteCode(uint response) => (response & 1) != 0 ? ErrorCode.WriteDecodeError : ErrorCode.WriteSlaveError;

    private static bool IsQuiet(in ControlInputs i) => i.ReadIdle && i.WriteIdle && !i.HasSegments;

    /// <summary>The next descriptor: fetched and checked while a job runs.</summary>
    private void Fetch(in ControlInputs i, bool accept)
    {
        if (_state == State.Idle && _startAsked)
        {
            (_fetch, _following) = (IsQuiet(i) ? FetchState.Fetch : FetchState.Hold, _first);
            return;
        }

        if (_state is State.Settle or State.Done or State.Idle)
        {
            _fetch = FetchState.None;
            return;
        }

        switch (_fetch)
        {
            case FetchState.Hold:
                if (_state == State.Wait || (_state == State.Run && !i.LoaderBusy)) _fetch = FetchState.Fetch;
                break;
            case FetchState.Fetch:
                if (IsMisplaced) (_fetch, _verdict) = (FetchState.Known, ErrorCode.DescriptorMisaligned);
                else if (i.FetchReady) _fetch = FetchState.Load;
                break;
            case FetchState.Load:
                if (i.ReadError != 0 && i.ReadErrorIsFetch) (_fetch, _verdict) = (FetchState.Known, ReadCode(i.ReadError));
                if (_fetch == FetchState.Known || !i.Fetched) break;
                memory.Load(_following);
                _fetch = FetchState.Check;
                break;
            case FetchState.Check:
                (_checkLeft, _verdict) = memory.Check(_following);
                _fetch = FetchState.Verdict;
                break;
            case FetchState.Verdict:
                if (--_checkLeft == 0) _fetch = FetchState.Known;
                break;
            default:
                break;
        }

        if (!accept) return;
        (Job, Result) = memory.Plan();
        _following = Job.Descriptor.Next;
        _fetch = _following == 0 ? FetchState.None : FetchState.Hold;
    }

    private void Walk(in ControlInputs i, bool knows, bool accept, FetchState fetch, ulong following)
    {
        switch (_state)
        {
            case State.Idle:
                if (!_startAsked) break;
                (_state, Address, Index, Error) = (IsQuiet(i) ? State.Wait : State.Quiesce, _first, 0, ErrorCode.None);
                break;
            case State.Quiesce:
                if (IsQuiet(i)) _state = State.Wait;
                break;
            case State.Wait:
                if (accept) _state = State.Start;
                else if (knows) (_state, Error) = (State.Settle, _verdict);
                break;
            case State.Start:
                _state = State.Run;
                break;
            case State.Run:
                if (i.IssueBusy || !i.WriteIdle || i.HasSegments) break;
                EndJob(fetch, following);
                break;
            case State.Settle:
                if (IsQuiet(i)) _state = State.Done;
                break;
            default:
                _state = State.Idle;
                break;
        }
    }

    private void EndJob(FetchState fetch, ulong following)
    {
        JobsDone++;
        if (Result!.Value.Outcome.Code == ErrorCode.NarToFp4)
        {
            (_state, Error) = (State.Settle, ErrorCode.NarToFp4);
        }
        else if (fetch == FetchState.None)
        {
            _state = State.Done;
        }
        else
        {
            (_state, Address) = (State.Wait, following);
            Index++;
        }
    }
}
