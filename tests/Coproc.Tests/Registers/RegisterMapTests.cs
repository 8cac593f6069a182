using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class RegisterMapTests
{
    [Fact]
    public void Registers_are_aligned_ascending_unique_and_inside_the_address_space()
    {
        uint previous = 0;
        foreach (Register register in RegisterMap.All)
        {
            Assert.True(register.Offset % 4 == 0, register.Name);
            Assert.True(register.Offset == 0 || register.Offset > previous, register.Name);
            Assert.True(register.Offset < 1u << RegisterMap.AddressBits, register.Name);
            previous = register.Offset;
        }

        Assert.Equal(RegisterMap.All.Count, RegisterMap.All.Select(r => r.Name).Distinct().Count());
    }

    [Fact]
    public void Fields_do_not_overlap_and_fit_32_bits()
    {
        foreach (Register register in RegisterMap.All)
        {
            uint seen = 0;
            foreach (RegisterField field in register.Fields)
            {
                Assert.True(field.Width > 0 && field.Lsb + field.Width <= 32, $"{register.Name}.{field.Name}");
                Assert.True((seen & field.Mask) == 0, $"{register.Name}.{field.Name}");
                Assert.True(field.Get(field.Put(field.Reset)) == field.Reset, $"{register.Name}.{field.Name}");
                seen |= field.Mask;
            }

            Assert.Equal(register.Fields.Count, register.Fields.Select(f => f.Name).Distinct().Count());
        }
    }

    [Fact]
    public void Every_constant_has_a_value_and_only_constants_have_one()
    {
        IReadOnlyDictionary<Register, uint> constants = RegisterMap.Constants(Presets.Default);
        foreach (Register register in RegisterMap.All)
        {
            bool constant = register.Fields.All(f => f.Access == FieldAccess.Constant);
            Assert.Equal(constant, constants.ContainsKey(register));
            uint mask = register.Fields.Aggregate(0u, (m, f) => m | f.Mask);
            if (constant) Assert.Equal(0u, constants[register] & ~mask);
        }
    }

    [Fact]
    public void Error_codes_have_sentences_and_hardware_names()
    {
        Assert.Equal(Enum.GetValues<ErrorCode>().Length, ErrorCodes.All.Count);
        foreach (ErrorCode code in ErrorCodes.All)
        {
            Assert.DoesNotContain("unknown error code", ErrorCodes.Sentence(code), StringComparison.Ordinal);
            Assert.True((int)code < 1 << RegisterMap.Error.Field("code").Width);
        }

        Assert.Equal("NAR_TO_FP4", ErrorCodes.HardwareName(ErrorCode.NarToFp4));
        Assert.Equal("unknown error code 99", ErrorCodes.Sentence((ErrorCode)99));
    }

    [Fact]
    public void The_emulators_registers_behave_as_the_map_says()
    {
        using var hardware = new CoprocEmulator(Presets.Tiny, new MemoryImage(0, 4096));
        RegisterCheck.Run(hardware, Presets.Tiny);
    }

    [Fact]
    public void Config_problems_name_field_value_and_what_would_be_right()
    {
        CoprocConfig broken = Presets.Tiny with { Name = "2x", Rows = 3, DataWidth = 32, Formats = [NumberFormat.F32, NumberFormat.P8, NumberFormat.P8] };
        ConfigException error = Assert.Throws<ConfigException>(() => ConfigValidator.Validate(broken));
        Assert.Equal(5, error.Problems.Count);
        Assert.Contains("name is \"2x\": a letter, then letters, digits or underscores", error.Message, StringComparison.Ordinal);
        Assert.Contains("rows is 3: a power of two from 2 to 16", error.Message, StringComparison.Ordinal);
        Assert.Contains("data_width is 32: a power of two from 64 to 128", error.Message, StringComparison.Ordinal);
        Assert.Contains("formats holds f32", error.Message, StringComparison.Ordinal);
        Assert.Contains("formats names one format twice", error.Message, StringComparison.Ordinal);
        Assert.Contains("formats is empty", ConfigValidator.Problems(Presets.Tiny with { Formats = [] }).Single(), StringComparison.Ordinal);
        Assert.All(Presets.All, preset => Assert.Empty(ConfigValidator.Problems(preset)));
    }
}
