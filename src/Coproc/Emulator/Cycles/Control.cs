namespace XrNpe.Coproc;

/// <summary>What the rest of the co-processor tells <see cref="Control"/> in a cycle.</summary>
internal readonly record struct ControlInputs(
    bool FetchReady,
    bool Fetched,
    bool IssueBusy,
    bool HasSegments,
    bool ReadIdle,
    uint ReadError,
    bool ReadProgress,
    bool WriteIdle,
    uint WriteError,
    bool WriteProgress);

/// <summary>Module <c>xrnpe_control</c>, cycle by cycle: walks the chain, starts each job, and says how it ended.</summary>
internal sealed class Control(ChainMemory memory)
{
    private State _state;
    private bool _startAsked;
    private bool _resetAsked;
    private ulong _first;
    private uint _timer;
    private int _checkLeft;
    private ErrorCode _verdict;

    private enum State
    {
        Idle, Quiesce, Fetch, Load, Check, Verdict, Plan, Start, Run, Settle, Done,
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
    public bool FetchValid => _state == State.Fetch && !IsMisplaced;

    /// <summary>The request.</summary>
    public ReadRequest FetchRequest => new(Address, DescriptorLayout.Bytes, 0, new ReadTag(ReadKind.Descriptor, false, false));

    /// <summary>All walks start.</summary>
    public bool JobStarts => _state == State.Start;

    /// <summary>The job is at work.</summary>
    public bool IsRunning => _state == State.Run;

    /// <summary>No job may go on.</summary>
    public bool Stop => _state is State.Idle or State.Quiesce or State.Settle or State.Done;

    /// <summary>Old errors are forgotten.</summary>
    public bool Clear { get; private set; }

    /// <summary>The job, once its descriptor passed.</summary>
    public JobPlan? Job { get; private set; }

    /// <summary>Its results.</summary>
    public JobResult? Result { get; private set; }

    private bool IsMisplaced => Address % DescriptorLayout.Bytes != 0;

    /// <summary>Software starts a chain with the next edge; not while one is running.</summary>
    public void AskStart(ulong first) => (_startAsked, _first) = (true, first);

    /// <summary>Software ends the chain with the next edge.</summary>
    public void AskReset() => _resetAsked = true;

    /// <summary>What the outputs of this cycle depend on, beside the state.</summary>
    public void Evaluate(in ControlInputs inputs) => Clear = _state == State.Quiesce && IsQuiet(inputs);

    /// <summary>The clock's edge.</summary>
    public void Clock(in ControlInputs i)
    {
        bool waiting = _state is not (State.Idle or State.Done) && !(i.ReadIdle && i.WriteIdle);
        bool expired = waiting && WatchdogCycles != 0 && _timer >= WatchdogCycles;
        _timer = !waiting || i.ReadProgress || i.WriteProgress || expired ? 0 : _timer + 1;
        bool reset = _resetAsked && _state is not (State.Idle or State.Settle or State.Done);
        _resetAsked = false;

        if (expired)
        {
            _state = State.Done;
            if (Error == ErrorCode.None) Error = ErrorCode.Watchdog;
        }
        else if (reset)
        {
            (_state, Error) = (State.Settle, ErrorCode.SoftReset);
        }
        else if (_state is State.Load or State.Run && (i.ReadError | i.WriteError) != 0)
        {
            _state = State.Settle;
            Error = i.ReadError != 0
                ? (i.ReadError & 1) != 0 ? ErrorCode.ReadDecodeError : ErrorCode.ReadSlaveError
                : (i.WriteError & 1) != 0 ? ErrorCode.WriteDecodeError : ErrorCode.WriteSlaveError;
        }
        else
        {
            Walk(i);
        }

        _startAsked = false;
    }

    private static bool IsQuiet(in ControlInputs i) => i.ReadIdle && i.WriteIdle && !i.HasSegments;

    private void Walk(in ControlInputs i)
    {
        switch (_state)
        {
            case State.Idle:
                if (!_startAsked) break;
                (_state, Address, Index, Error) = (State.Quiesce, _first, 0, ErrorCode.None);
                break;
            case State.Quiesce:
                if (IsQuiet(i)) _state = State.Fetch;
                break;
            case State.Fetch:
                if (IsMisplaced) (_state, Error) = (State.Settle, ErrorCode.DescriptorMisaligned);
                else if (i.FetchReady) _state = State.Load;
                break;
            case State.Load:
                if (i.Fetched) _state = State.Check;
                break;
            case State.Check:
                (_checkLeft, _verdict) = memory.Check(Address);
                _state = State.Verdict;
                break;
            case State.Verdict:
                if (--_checkLeft > 0) break;
                (_state, Error) = _verdict == ErrorCode.None ? (State.Plan, Error) : (State.Settle, _verdict);
                break;
            case State.Plan:
                (Job, Result) = memory.Plan(Address);
                _state = State.Start;
                break;
            case State.Start:
                _state = State.Run;
                break;
            case State.Run:
                if (!i.IssueBusy && IsQuiet(i)) EndJob();
                break;
            case State.Settle:
                if (IsQuiet(i)) _state = State.Done;
                break;
            default:
                _state = State.Idle;
                break;
        }
    }

    private void EndJob()
    {
        if (Result!.Value.Outcome.Code == ErrorCode.NarToFp4)
        {
            (_state, Error) = (State.Done, ErrorCode.NarToFp4);
        }
        else if (Job!.Descriptor.Next == 0)
        {
            _state = State.Done;
        }
        else
        {
            (_state, Address) = (State.Fetch, Job.Descriptor.Next);
            Index++;
        }
    }
}
