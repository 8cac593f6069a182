namespace XrNpe.Coproc.Tests;

/// <summary>Exercises the registers of a co-processor after reset, as the map describes them.</summary>
internal static class RegisterCheck
{
    public static void Run(ICoprocessor hardware, CoprocConfig config)
    {
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(config);
        foreach (Register register in RegisterMap.All)
        {
            uint reset = constants.TryGetValue(register, out uint constant)
                ? constant
                : register.Fields.Aggregate(0u, (value, field) => value | field.Put(field.Reset));
            Check(register, reset, hardware);

            // All ones but the start bit, which would run a chain.
            uint start = register == RegisterMap.Control ? register.Field("start").Mask : 0;
            hardware.WriteRegister(register.Offset, ~start);
            uint writable = register.Fields.Where(f => f.Access == FieldAccess.ReadWrite).Aggregate(0u, (m, f) => m | f.Mask);
            Check(register, (reset & ~writable) | writable, hardware);
            hardware.WriteRegister(register.Offset, 0);
            Check(register, reset & ~writable, hardware);
        }

        uint nowhere = (1u << RegisterMap.AddressBits) - 4;
        Assert.Contains("SlaveError", Assert.Throws<InvalidOperationException>(() => hardware.ReadRegister(nowhere)).Message, StringComparison.Ordinal);
        Assert.Contains("SlaveError", Assert.Throws<InvalidOperationException>(() => hardware.WriteRegister(nowhere, 1)).Message, StringComparison.Ordinal);
    }

    private static void Check(Register register, uint expected, ICoprocessor hardware) =>
        Assert.True(hardware.ReadRegister(register.Offset) == expected, $"{register.Name} should read 0x{expected:x8}");
}
