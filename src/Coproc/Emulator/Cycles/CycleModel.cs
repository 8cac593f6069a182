using System.Numerics;

namespace XrNpe.Coproc;

/// <summary>
/// The co-processor, cycle by cycle, without its data: module <c>xrnpe_coproc</c>. Each of its parts has the states of the module of
/// the same name, so that its bus does in every cycle what the RTL's does. Results come from the golden model.
/// </summary>
internal sealed class CycleModel
{
    private const uint Increment = 1;
    private const uint Cacheability = 3;

    private readonly CoprocConfig _config;
    private readonly ReadEngine _read;
    private readonly WriteEngine _write;
    private readonly Loader _loader;
    private readonly Issue _issue;
    private readonly Drain _drain;
    private readonly uint _size;
    private bool _readWasQuiet;

    /// <summary>A co-processor after reset.</summary>
    public CycleModel(CoprocConfig config, MemoryImage memory)
    {
        _config = config;
        _size = (uint)BitOperations.Log2((uint)config.DataWidth / 8);
        Control = new Control(new ChainMemory(memory, config));
        _read = new ReadEngine(config);
        _write = new WriteEngine(config);
        _loader = new Loader(config);
        _issue = new Issue(config);
        _drain = new Drain(config);
    }

    /// <summary>The chain.</summary>
    public Control Control { get; }

    /// <summary>Cycles of the chain by <see cref="CycleKind"/>.</summary>
    public ulong[] Cycles { get; } = new ulong[5];

    /// <summary>Bytes of the read beats.</summary>
    public ulong BytesRead { get; private set; }

    /// <summary>Bytes written, by strobes.</summary>
    public ulong BytesWritten { get; private set; }

    /// <summary>Told of every cycle of a chain, when somebody listens.</summary>
    public Action<CycleKind>? Watcher { get; set; }

    /// <summary>All counters to 0, as a start does.</summary>
    public void ClearCounters()
    {
        Array.Clear(Cycles);
        (BytesRead, BytesWritten) = (0, 0);
    }

    /// <summary>The pins before the edge of a cycle. None of them depends on an input of the same cycle.</summary>
    public void Drive(ref CoprocOutputs pins)
    {
        bool stop = Control.Stop;
        pins.AxiArValid = _read.ArValid ? 1u : 0;
        pins.AxiArAddr = _read.ArAddress;
        pins.AxiArLen = (uint)_read.ArLength;
        pins.AxiRReady = _read.RReady(stop) ? 1u : 0;
        pins.AxiAwValid = _write.AwValid ? 1u : 0;
        pins.AxiAwAddr = _write.AwAddress;
        pins.AxiAwLen = (uint)_write.AwLength;
        pins.AxiWValid = _write.WValid ? 1u : 0;
        pins.AxiBReady = _write.BReady ? 1u : 0;
        (pins.AxiArSize, pins.AxiArBurst, pins.AxiArCache) = (_size, Increment, Cacheability);
        (pins.AxiAwSize, pins.AxiAwBurst, pins.AxiAwCache) = (_size, Increment, Cacheability);
        if (!_write.WValid) return;
        pins.AxiWLast = _write.WLast ? 1u : 0;
        (pins.AxiWDataLow, pins.AxiWDataHigh, pins.AxiWStrb) = _write.Beat;
    }

    /// <summary>The clock's edge.</summary>
    public void Clock(in CoprocInputs pins, in CoprocOutputs driven)
    {
        bool stop = Control.Stop;
        bool arReady = pins.AxiArReady != 0, rValid = pins.AxiRValid != 0;
        bool awReady = pins.AxiAwReady != 0, wReady = pins.AxiWReady != 0, bValid = pins.AxiBValid != 0;

        // What the modules tell one another in this cycle, all of it from their states before the edge.
        _issue.Evaluate(stop);
        bool readReady = _read.Ready(stop, arReady);
        bool fetches = Control.FetchValid;
        ReadRequest request = fetches ? Control.FetchRequest : _loader.IsAsking ? _loader.Request : default;
        bool requestTaken = (fetches || _loader.IsAsking) && readReady;
        ReadTag came = _read.EntryTag;
        bool blockCame = _read.EntryValid && _read.EntryLast && came.Kind == ReadKind.Operand && came.Ends;
        bool tableFree = _drain.TableFree;
        bool segmentValid = _drain.SegmentValid;
        bool segmentTaken = segmentValid && (stop || _write.Ready(stop, awReady, wReady));
        bool beat = rValid && driven.AxiRReady != 0;
        bool wTaken = driven.AxiWValid != 0 && wReady;
        var toControl = new ControlInputs(
            readReady,
            _read.EntryValid && _read.EntryLast && came.Kind == ReadKind.Descriptor,
            _loader.IsBusy,
            _issue.IsBusy,
            _issue.HasSegments,
            _read.IsIdle,
            _read.Error,
            _read.ErrorTag.Kind == ReadKind.Descriptor,
            (_read.ArValid && arReady) || beat,
            _write.IsIdle,
            _write.Error,
            (_write.AwValid && awReady) || wTaken || (bValid && _write.BReady));
        Control.Evaluate(toControl);
        bool clear = Control.Clear;

        if (Control.IsBusy) Count(stop, beat, wTaken, driven.AxiWStrb);

        Segment segment = segmentTaken ? _drain.Segment : default;
        FinishedTile tile = _issue.Last ? _issue.Tile : default;
        bool tileEnds = _issue.Last;

        _loader.Clock(stop, readReady && !fetches, _issue.StreamFree, _issue.ResidentFree, tableFree);
        // A part that is idle, with nothing coming, is the same after the edge; what the read engine shows of its queue is so an edge later.
        bool readQuiet = _read.IsIdle && !requestTaken && !clear;
        if (!readQuiet || !_readWasQuiet) _read.Clock(stop, clear, requestTaken, request, arReady, rValid, pins.AxiRLast != 0, pins.AxiRResp);
        _readWasQuiet = readQuiet;
        _issue.Clock(stop, blockCame && came.IsStream, blockCame && !came.IsStream, segmentTaken);
        if (tileEnds || segmentTaken || !_drain.IsQuiet) _drain.Clock(tileEnds, tile, segmentTaken);
        if (!_write.IsIdle || segmentTaken || clear) _write.Clock(stop, clear, segmentTaken && !stop, segment, awReady, wReady, bValid, pins.AxiBResp);

        if (Control.JobStarts)
        {
            JobPlan job = Control.Job!;
            _loader.Start(job);
            _issue.Start(job);
            _drain.Start(job, Control.Result!.Value.Codes);
        }

        Control.Clock(toControl);
    }

    private void Count(bool stop, bool beat, bool wTaken, uint strobes)
    {
        bool running = Control.IsRunning;
        CycleKind kind =
            _issue.Step ? CycleKind.Compute
            : _issue.IsBlocked ? CycleKind.WriteStall
            : running && _issue.IsBusy && _issue.HasBegun ? CycleKind.ReadStall
            : !stop && !(running && (_issue.HasBegun || !_issue.IsBusy)) ? CycleKind.Fill
            : CycleKind.Drain;
        Cycles[(int)kind]++;
        Watcher?.Invoke(kind);
        if (beat) BytesRead += (ulong)_config.DataWidth / 8;
        if (wTaken) BytesWritten += (ulong)BitOperations.PopCount(strobes);
    }
}
