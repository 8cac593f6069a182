using static XrNpe.Coproc.FieldAccess;

namespace XrNpe.Coproc;

/// <summary>
/// The register map: defined here, and rendered into the Verilog, the C header, the <c>.svh</c>, the documentation and the
/// emulator.
/// </summary>
public static class RegisterMap
{
    /// <summary>Address bits of the AXI4-Lite slave; it covers 2^this bytes.</summary>
    public const int AddressBits = 8;

    /// <summary>Identification word: "XNPE" in ASCII, most significant byte first.</summary>
    public const uint IdValue = 0x584e_5045;

    /// <summary>ABI version, major; changes when software written for the old one would break.</summary>
    public const uint AbiMajor = 1;

    /// <summary>ABI version, minor; changes when something was added.</summary>
    public const uint AbiMinor = 0;

    /// <summary>Cycles without progress on the bus after which a job is ended, after reset.</summary>
    public const uint WatchdogReset = 1_000_000;

    /// <summary>Identification.</summary>
    public static Register Id { get; } = new("ID", 0x00, "Identification.",
        [new("id", 0, 32, Constant, "\"XNPE\" in ASCII.", IdValue)]);

    /// <summary>ABI version.</summary>
    public static Register Abi { get; } = new("ABI", 0x04, "Version of registers and descriptors.",
    [
        new("minor", 0, 16, Constant, "Grows when something is added.", AbiMinor),
        new("major", 16, 16, Constant, "Grows when old software would break.", AbiMajor),
    ]);

    /// <summary>Shape of the array.</summary>
    public static Register ConfigArray { get; } = new("CONFIG_ARRAY", 0x08, "Shape of the PE array.",
    [
        new("rows", 0, 8, Constant, "Rows of PEs."),
        new("cols", 8, 8, Constant, "Columns of PEs."),
        new("slices", 16, 8, Constant, "16-bit SIMD words a PE takes of each operand in a cycle."),
    ]);

    /// <summary>The memory bus.</summary>
    public static Register ConfigBus { get; } = new("CONFIG_BUS", 0x0c, "The AXI4 master.",
    [
        new("data_width", 0, 16, Constant, "Data bits."),
        new("max_burst", 16, 16, Constant, "Longest burst in beats."),
    ]);

    /// <summary>The operand buffers.</summary>
    public static Register ConfigBuffer { get; } = new("CONFIG_BUFFER", 0x10, "The operand buffers.",
        [new("depth", 0, 32, Constant, "16-bit words per array row and per array column.")]);

    /// <summary>Enabled formats.</summary>
    public static Register ConfigFormats { get; } = new("CONFIG_FORMATS", 0x14, "Formats built in, one bit per format code.",
    [
        new("input", 0, 8, Constant, "Formats of A and B."),
        new("output", 8, 8, Constant, "Formats of C."),
    ]);

    /// <summary>More of the memory bus, and of the output.</summary>
    public static Register ConfigMaster { get; } = new("CONFIG_MASTER", 0x18, "The AXI4 master's transactions, and the output units.",
    [
        new("id_width", 0, 8, Constant, "Bits of a transaction ID."),
        new("outstanding_reads", 8, 8, Constant, "Read bursts that may be under way at once."),
        new("out_units", 16, 8, Constant, "Results finished in a cycle."),
    ]);

    /// <summary>The datapath.</summary>
    public static Register ConfigDatapath { get; } = new("CONFIG_DATAPATH", 0x1c, "The datapath.",
    [
        new("pipeline", 0, 8, Constant, "Pipeline depth."),
        new("quire", 8, 8, Constant, "How quires keep their carries: 0 binary, 1 carry-save."),
        new("exponents", 16, 8, Constant, "Exponents of narrow lanes: 0 by adders, 1 by RMMEC cells."),
        new("clock_gate", 24, 1, Constant, "Idle operand registers have a clock gate."),
    ]);

    /// <summary>Control.</summary>
    public static Register Control { get; } = new("CONTROL", 0x20, "Control.",
    [
        new("start", 0, 1, Pulse, "Runs the chain at DESCRIPTOR; ignored while busy."),
        new("irq_enable", 1, 1, ReadWrite, "Raises the interrupt while STATUS.done is set."),
        new("soft_reset", 2, 1, Pulse, "Ends a running chain with SOFT_RESET as soon as the bus is at rest; ignored while idle."),
    ]);

    /// <summary>Status.</summary>
    public static Register Status { get; } = new("STATUS", 0x24, "Status.",
    [
        new("busy", 0, 1, ReadOnly, "A chain is running."),
        new("done", 1, 1, WriteOneToClear, "A chain has ended, well or with an error."),
    ]);

    /// <summary>Error of the last chain.</summary>
    public static Register Error { get; } = new("ERROR", 0x28, "How the last chain ended; cleared by start.",
        [new("code", 0, 8, ReadOnly, "An error code; 0 when all went well.")]);

    /// <summary>Watchdog.</summary>
    public static Register Watchdog { get; } = new("WATCHDOG", 0x2c, "Watchdog.",
        [new("cycles", 0, 32, ReadWrite, "Cycles without a handshake on a waited-for bus that end a chain; 0 waits for ever.", WatchdogReset)]);

    /// <summary>First descriptor, low half.</summary>
    public static Register DescriptorLow { get; } = new("DESCRIPTOR_LO", 0x30, "Address of the first descriptor, bits 31:0.",
        [new("address", 0, 32, ReadWrite, "A multiple of 128.")]);

    /// <summary>First descriptor, high half.</summary>
    public static Register DescriptorHigh { get; } = new("DESCRIPTOR_HI", 0x34, "Address of the first descriptor, bits 63:32.",
        [new("address", 0, 32, ReadWrite, "Upper half.")]);

    /// <summary>Which descriptor the error belongs to.</summary>
    public static Register ErrorIndex { get; } = new("ERROR_INDEX", 0x38, "Which descriptor of the chain ERROR speaks of.",
        [new("index", 0, 32, ReadOnly, "0 is the first.")]);

    /// <summary>Its address, low half.</summary>
    public static Register ErrorDescriptorLow { get; } = new("ERROR_DESCRIPTOR_LO", 0x40, "Address of that descriptor, bits 31:0.",
        [new("address", 0, 32, ReadOnly, "Lower half.")]);

    /// <summary>Its address, high half.</summary>
    public static Register ErrorDescriptorHigh { get; } = new("ERROR_DESCRIPTOR_HI", 0x44, "Address of that descriptor, bits 63:32.",
        [new("address", 0, 32, ReadOnly, "Upper half.")]);

    /// <summary>Row of the first NaR that met FP4.</summary>
    public static Register NarRow { get; } = new("NAR_ROW", 0x48, "With NAR_TO_FP4: row of the first NaR in row-major order.",
        [new("row", 0, 32, ReadOnly, "Row of C.")]);

    /// <summary>Column of the first NaR that met FP4.</summary>
    public static Register NarColumn { get; } = new("NAR_COL", 0x4c, "With NAR_TO_FP4: column of that NaR.",
        [new("col", 0, 32, ReadOnly, "Column of C.")]);

    /// <summary>The 64-bit performance counters: name and what they count. Cleared by start.</summary>
    public static IReadOnlyList<(string Name, string Description)> Counters { get; } =
    [
        ("CYCLES", "Cycles from start to done."),
        ("BUSY", "Cycles in which the array took operands."),
        ("READ_STALL", "Cycles in which the array waited for operands."),
        ("WRITE_STALL", "Cycles in which the array waited for the output."),
        ("BYTES_READ", "Bytes moved by read data beats, whole beats."),
        ("BYTES_WRITTEN", "Bytes written, by strobes."),
        ("FILL", "Cycles before a job's first operands."),
        ("DRAIN", "Cycles after a job's last operands."),
    ];

    /// <summary>Offset of the first counter; each takes a low and a high word.</summary>
    public const uint CountersOffset = 0x50;

    /// <summary>Every register, by offset.</summary>
    public static IReadOnlyList<Register> All { get; } =
    [
        Id, Abi, ConfigArray, ConfigBus, ConfigBuffer, ConfigFormats, ConfigMaster, ConfigDatapath, Control, Status, Error, Watchdog, DescriptorLow, DescriptorHigh,
        ErrorIndex, ErrorDescriptorLow, ErrorDescriptorHigh, NarRow, NarColumn, .. CounterRegisters(),
    ];

    /// <summary>The constant fields' values in a configuration, by register; registers without such a field are absent.</summary>
    public static IReadOnlyDictionary<Register, uint> Constants(CoprocConfig config)
    {
        uint inputs = config.Formats.Aggregate(0u, (mask, format) => mask | (1u << (int)format));
        uint outputs = inputs | (1u << (int)Arith.NumberFormat.F32);
        return new Dictionary<Register, uint>
        {
            [Id] = IdValue,
            [Abi] = Abi.Field("major").Put(AbiMajor) | Abi.Field("minor").Put(AbiMinor),
            [ConfigArray] = ConfigArray.Field("rows").Put((uint)config.Rows) | ConfigArray.Field("cols").Put((uint)config.Cols)
                | ConfigArray.Field("slices").Put((uint)config.Slices),
            [ConfigBus] = ConfigBus.Field("data_width").Put((uint)config.DataWidth) | ConfigBus.Field("max_burst").Put((uint)config.MaxBurst),
            [ConfigBuffer] = ConfigBuffer.Field("depth").Put((uint)config.BufferDepth),
            [ConfigMaster] = ConfigMaster.Field("id_width").Put((uint)config.IdWidth)
                | ConfigMaster.Field("outstanding_reads").Put((uint)config.OutstandingReads) | ConfigMaster.Field("out_units").Put((uint)config.OutUnits),
            [ConfigDatapath] = ConfigDatapath.Field("pipeline").Put((uint)config.Pipeline) | ConfigDatapath.Field("quire").Put((uint)config.Quire)
                | ConfigDatapath.Field("exponents").Put((uint)config.Exponents) | ConfigDatapath.Field("clock_gate").Put(config.ClockGate ? 1u : 0),
            [ConfigFormats] = ConfigFormats.Field("input").Put(inputs) | ConfigFormats.Field("output").Put(outputs),
        };
    }

    /// <summary>What every register reads after reset.</summary>
    public static IReadOnlyDictionary<Register, uint> AfterReset(CoprocConfig config)
    {
        IReadOnlyDictionary<Register, uint> constants = Constants(config);
        return All.ToDictionary(
            register => register,
            register => constants.TryGetValue(register, out uint constant) ? constant : register.Fields.Aggregate(0u, (value, field) => value | field.Put(field.Reset)));
    }

    /// <summary>The low word of counter <paramref name="name"/>; the high word is 4 bytes above.</summary>
    public static Register Counter(string name) => All.Single(r => r.Name == name + "_LO");

    private static IEnumerable<Register> CounterRegisters()
    {
        uint offset = CountersOffset;
        foreach ((string name, string description) in Counters)
        {
            yield return new Register(name + "_LO", offset, $"{description} Bits 31:0.", [new("count", 0, 32, ReadOnly, "Lower half.")]);
            yield return new Register(name + "_HI", offset + 4, $"{description} Bits 63:32.", [new("count", 0, 32, ReadOnly, "Upper half.")]);
            offset += 8;
        }
    }
}
