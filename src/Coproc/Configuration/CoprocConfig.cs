using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>
/// What a co-processor is built from. The generator renders it into Verilog, the hardware reports it in its
/// identification registers, and the emulator is made from it. Check it with <see cref="ConfigValidator"/>.
/// </summary>
public sealed record CoprocConfig
{
    /// <summary>Name of the configuration: a letter, then letters, digits or underscores.</summary>
    public required string Name { get; init; }

    /// <summary>Rows of the PE array: rows of A that are multiplied at once.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns of the PE array: columns of B that are multiplied at once.</summary>
    public required int Cols { get; init; }

    /// <summary>16-bit SIMD words that a PE takes of each operand in a cycle.</summary>
    public int Slices { get; init; } = 1;

    /// <summary>Width of the AXI4 master's data bus in bits.</summary>
    public int DataWidth { get; init; } = 128;

    /// <summary>Operand buffer of one array row or column, in 16-bit words: a job's resident operand fills it, the streaming one goes
    /// through it as through a ring.</summary>
    public int BufferDepth { get; init; } = 2048;

    /// <summary>Longest AXI4 burst in beats.</summary>
    public int MaxBurst { get; init; } = 16;

    /// <summary>Width of the AXI4 master's transaction IDs in bits. All transactions carry ID 0 and are answered in order.</summary>
    public int IdWidth { get; init; } = 4;

    /// <summary>Read bursts that may be under way at once.</summary>
    public int OutstandingReads { get; init; } = 16;

    /// <summary>Output units: results that are finished in a cycle.</summary>
    public int OutUnits { get; init; } = 4;

    /// <summary>Pipeline depth of the datapath, 0 to <see cref="PipelineShape.Deepest"/>; what each depth registers is in <see cref="PipelineShape"/>.</summary>
    public int Pipeline { get; init; } = PipelineShape.Deepest;

    /// <summary>Where that depth has registers.</summary>
    public PipelineShape PipelineShape => new(Pipeline);

    /// <summary>How the quire keeps its carries.</summary>
    public QuireKind Quire { get; init; } = QuireKind.CarrySave;

    /// <summary>What turns the exponents of the p8, p4 and fp4 lanes into shifts.</summary>
    public ExponentUnit Exponents { get; init; } = ExponentUnit.Adders;

    /// <summary>True to stop the clock of operand registers that a mode leaves idle, with an integrated clock-gate cell; false for
    /// enables.</summary>
    public bool ClockGate { get; init; }

    /// <summary>Formats of A and B that the hardware takes; what is off leaves no logic behind. They are output formats
    /// as well, beside float32, which always is one.</summary>
    public IReadOnlyList<NumberFormat> Formats { get; init; } = [NumberFormat.Fp4, NumberFormat.P4, NumberFormat.P8, NumberFormat.P16];

    /// <summary>True when <paramref name="format"/> can be the format of A and B.</summary>
    public bool HasInput(NumberFormat format) => Formats.Contains(format);

    /// <summary>True when <paramref name="format"/> can be the format of C.</summary>
    public bool HasOutput(NumberFormat format) => format == NumberFormat.F32 || Formats.Contains(format);

    /// <summary>Multiply-accumulates per cycle of the whole array in <paramref name="format"/>.</summary>
    public int PeakMacs(NumberFormat format) => Rows * Cols * Slices * FormatInfo.Of(format).Lanes;
}
