using System.Globalization;
using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>Which reset.</summary>
internal enum ResetKind
{
    /// <summary><c>CONTROL.soft_reset</c>: the chain ends, the bus comes to rest.</summary>
    Soft,

    /// <summary><c>rst_ni</c>: everything ends where it is, the bus included.</summary>
    Hard,
}

/// <summary>
/// A chain that a reset ends before its time. Nothing outside C may have changed, and the chain must then run as on new hardware.
/// </summary>
/// <param name="Chain">The chain, without faults.</param>
/// <param name="Kind">Which reset.</param>
/// <param name="When">When it comes, as a share of the chain's cycles: a shorter chain is reset at the same place.</param>
/// <param name="Length">Cycles of a hard reset.</param>
/// <param name="Access">Cycles since the register master began to read, when a hard reset comes; 0 when it does not.</param>
internal sealed record ResetCase(ChainCase Chain, ResetKind Kind, double When, int Length, int Access) : ICoprocCase<ResetCase>
{
    // A little behind the end too: the interrupt is up, software has not looked.
    private const double Latest = 1.03;

    /// <inheritdoc/>
    public CoprocConfig Config => Chain.Config;

    /// <summary>A random chain, reset at a random cycle.</summary>
    public static ResetCase Random(Random random, CoprocConfig config, ResetKind kind)
    {
        ChainCase chain = ChainCase.Random(random, config) with { Fault = default };
        return new ResetCase(chain, kind, random.NextDouble() * Latest, random.Next(1, 5), random.Next(8));
    }

    /// <inheritdoc/>
    public string? Wrong(VerilatedLibrary library)
    {
        ChainOutcome undisturbed = Chain.Emulate();
        int cycles = CyclesBefore(undisturbed);
        using VerilatedCoprocessor rtl = Chain.Open(library);
        Begin(rtl);
        for (int i = 0; i < cycles; i++) rtl.Step();
        string? wrong = (Kind == ResetKind.Soft ? AtSoftReset(rtl) : AtHardReset(rtl)) ?? Chain.OutsideC(rtl.Memory);
        if (wrong is null)
        {
            // A hard reset starts the memory's stalls anew, so all counters are those of a first run.
            wrong = Kind == ResetKind.Soft ? Chain.WrongResults(rtl, undisturbed.Code) : Chain.WrongOn(rtl);
            if (wrong is not null) wrong = $"in the run after it: {wrong}";
        }

        return wrong is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Kind} reset of {Length} cycles, {cycles} after the start: {wrong}");
    }

    /// <summary>Cycles from the start to the reset.</summary>
    public int CyclesBefore(ChainOutcome undisturbed) => (int)(When * undisturbed.Counters.Cycles);

    /// <summary>Stores the chain and starts it.</summary>
    public void Begin(ICoprocessor hardware)
    {
        ulong first = Chain.Store(hardware);
        hardware.WriteRegister(RegisterMap.DescriptorLow.Offset, (uint)first);
        hardware.WriteRegister(RegisterMap.DescriptorHigh.Offset, (uint)(first >> 32));
        hardware.WriteRegister(RegisterMap.Control.Offset, RegisterMap.Control.Field("irq_enable").Put(1) | RegisterMap.Control.Field("start").Put(1));
    }

    /// <inheritdoc/>
    public IEnumerable<ResetCase> Smaller()
    {
        foreach (ChainCase chain in Chain.Smaller()) yield return this with { Chain = chain };
        if (Access > 0) yield return this with { Access = 0 };
    }

    /// <inheritdoc/>
    public void WriteWaveform(VerilatedLibrary traced, string path)
    {
        int cycles = CyclesBefore(Chain.Emulate());
        using VerilatedCoprocessor rtl = Chain.Open(traced);
        rtl.TraceOn(path);
        Begin(rtl);
        for (int i = 0; i < cycles; i++) rtl.Step();
        _ = (Kind == ResetKind.Soft ? AtSoftReset(rtl) : AtHardReset(rtl)) ?? Chain.WrongOn(rtl);
        rtl.TraceOff();
    }

    /// <summary>The chain must end, or have ended, with the bus at rest.</summary>
    private string? AtSoftReset(VerilatedCoprocessor rtl)
    {
        uint irq = RegisterMap.Control.Field("irq_enable").Put(1);
        rtl.WriteRegister(RegisterMap.Control.Offset, irq | RegisterMap.Control.Field("soft_reset").Put(1));
        rtl.WaitForInterrupt(ChainCase.CycleLimit);
        var code = (ErrorCode)RegisterMap.Error.Field("code").Get(rtl.ReadRegister(RegisterMap.Error.Offset));
        rtl.WriteRegister(RegisterMap.Status.Offset, RegisterMap.Status.Field("done").Put(1));
        if (code is not (ErrorCode.SoftReset or ErrorCode.None or ErrorCode.NarToFp4)) return $"{Chain} ends with {code}";
        return Busy(rtl) ? $"{Chain} is done with the bus at work" : null;
    }

    /// <summary>Every register must be as after power-up, and the bus stay at rest while they are read.</summary>
    private string? AtHardReset(VerilatedCoprocessor rtl)
    {
        if (Access > 0) rtl.BeginReadRegister(RegisterMap.Status.Offset);
        for (int i = 1; i < Access; i++) rtl.Step();
        rtl.Reset(Length);
        foreach ((Register register, uint expected) in RegisterMap.AfterReset(Config))
        {
            uint value = rtl.ReadRegister(register.Offset);
            if (value != expected) return string.Create(CultureInfo.InvariantCulture, $"{Chain}: {register.Name} is 0x{value:x8}, should be 0x{expected:x8}");
        }

        return Busy(rtl) ? $"{Chain}: the bus is at work although nothing was started" : null;
    }

    private static bool Busy(VerilatedCoprocessor rtl) => rtl.Bus.OutstandingReads + rtl.Bus.OutstandingWrites != 0;
}
