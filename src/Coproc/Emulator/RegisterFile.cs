namespace XrNpe.Coproc;

/// <summary>
/// The registers' storage and behaviour, all of it derived from <see cref="RegisterMap"/>: module <c>xrnpe_axil_regs</c>.
/// Offsets without a register are an error, as the hardware's slave answers SLVERR there.
/// </summary>
internal sealed class RegisterFile
{
    private readonly Dictionary<uint, Register> _registers = RegisterMap.All.ToDictionary(r => r.Offset);
    private readonly Dictionary<uint, uint> _values;

    /// <summary>The registers after reset.</summary>
    public RegisterFile(CoprocConfig config) => _values = RegisterMap.AfterReset(config).ToDictionary(pair => pair.Key.Offset, pair => pair.Value);

    /// <summary>What software reads.</summary>
    /// <exception cref="InvalidOperationException">There is no such register.</exception>
    public uint Read(uint offset) => _values[Find(offset, "read").Offset];

    /// <summary>What software writes.</summary>
    /// <returns>The pulses it causes, as bits of the register.</returns>
    /// <exception cref="InvalidOperationException">There is no such register.</exception>
    public uint Write(uint offset, uint value)
    {
        Register register = Find(offset, "write");
        uint current = _values[offset];
        uint pulses = 0;
        foreach (RegisterField field in register.Fields)
        {
            uint written = value & field.Mask;
            if (field.Access == FieldAccess.ReadWrite) current = (current & ~field.Mask) | written;
            if (field.Access == FieldAccess.WriteOneToClear) current &= ~written;
            if (field.Access == FieldAccess.Pulse) pulses |= written;
        }

        _values[offset] = current;
        return pulses;
    }

    /// <summary>The value of a field.</summary>
    public uint Get(Register register, string field) => register.Field(field).Get(_values[register.Offset]);

    /// <summary>Hardware's side: sets a field, whatever software may do with it.</summary>
    public void Set(Register register, string field, uint value)
    {
        RegisterField target = register.Field(field);
        _values[register.Offset] = (_values[register.Offset] & ~target.Mask) | target.Put(value);
    }

    /// <summary>A 64-bit value held by two registers with one field each.</summary>
    public ulong GetPair(Register low, Register high) => ((ulong)_values[high.Offset] << 32) | _values[low.Offset];

    /// <summary>Hardware's side: sets a 64-bit value held by two registers with one field each.</summary>
    public void SetPair(Register low, Register high, ulong value)
    {
        _values[low.Offset] = (uint)value;
        _values[high.Offset] = (uint)(value >> 32);
    }

    private Register Find(uint offset, string access) =>
        _registers.TryGetValue(offset, out Register? register) ? register : throw RegisterAccess.Refused(access, offset, AxiResponse.SlaveError);
}
