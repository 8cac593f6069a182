namespace XrNpe.Coproc;

/// <summary>What software and hardware may do with a register field.</summary>
public enum FieldAccess
{
    /// <summary>Fixed when the hardware is generated.</summary>
    Constant,

    /// <summary>Software reads what hardware drives.</summary>
    ReadOnly,

    /// <summary>Software writes and reads back; hardware reads.</summary>
    ReadWrite,

    /// <summary>Writing 1 gives the hardware a pulse of one cycle; reads 0.</summary>
    Pulse,

    /// <summary>Hardware sets it, writing 1 clears it.</summary>
    WriteOneToClear,
}

/// <summary>One field of a register.</summary>
/// <param name="Name">Lower-case name, unique in its register.</param>
/// <param name="Lsb">Lowest bit.</param>
/// <param name="Width">Width in bits.</param>
/// <param name="Access">Who may do what.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Reset">Value after reset; of a constant, its value where no configuration decides it.</param>
public sealed record RegisterField(string Name, int Lsb, int Width, FieldAccess Access, string Description, uint Reset = 0)
{
    /// <summary>Mask of the field inside the register.</summary>
    public uint Mask => (Width == 32 ? uint.MaxValue : (1u << Width) - 1) << Lsb;

    /// <summary>The field's value inside a register's value.</summary>
    public uint Get(uint register) => (register & Mask) >> Lsb;

    /// <summary>A register value with this field set and all others 0.</summary>
    public uint Put(uint value) => (value << Lsb) & Mask;
}

/// <summary>One 32-bit register.</summary>
/// <param name="Name">Upper-case name.</param>
/// <param name="Offset">Byte offset, a multiple of 4.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Fields">The fields, lowest bit first; bits without a field read 0 and ignore writes.</param>
public sealed record Register(string Name, uint Offset, string Description, IReadOnlyList<RegisterField> Fields)
{
    /// <summary>The field named <paramref name="name"/>.</summary>
    public RegisterField Field(string name) => Fields.Single(f => f.Name == name);
}
