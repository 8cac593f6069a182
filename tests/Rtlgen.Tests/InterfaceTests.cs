using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

public sealed class InterfaceTests
{
    [Theory]
    [MemberData(nameof(TestConfigs.NamesAndUnits), MemberType = typeof(TestConfigs))]
    public void File_list_and_core_name_exactly_the_verilog(string name, Unit unit)
    {
        IReadOnlyList<GeneratedFile> files = Generator.Generate(TestConfigs.Get(name), unit);
        string[] modules = [.. files.Select(f => f.Path).Where(p => p.EndsWith(".v", StringComparison.Ordinal))];

        string[] listed = [.. Lines(files, Generator.Top(unit) + ".f").Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal))];
        Assert.Equal(modules, listed);

        string[] core = [.. Lines(files, Generator.Top(unit) + ".core")];
        Assert.Equal("CAPI=2:", core[0]);
        Assert.Equal(modules, core.Where(l => l.StartsWith("      - ", StringComparison.Ordinal)).Select(l => l[8..]));
    }

    [Fact]
    public void Only_the_coprocessor_has_registers()
    {
        Assert.Equal(3, Generator.Generate(Presets.Default).Count(f => f.Path.StartsWith("xrnpe_regs.", StringComparison.Ordinal)));
        Assert.DoesNotContain(Generator.Generate(Presets.Default, Unit.Mac), f => f.Path.StartsWith("xrnpe_regs.", StringComparison.Ordinal));
    }

    [Fact]
    public void Document_has_every_register_field_and_error_code()
    {
        string text = string.Join('\n', Lines(Generator.Generate(Presets.Default), "xrnpe_regs.md"));
        foreach (Register register in RegisterMap.All)
        {
            Assert.Contains($"| 0x{register.Offset:x2} | [{register.Name}]", text, StringComparison.Ordinal);
            Assert.All(register.Fields, field => Assert.Contains($"| `{field.Name}` |", text, StringComparison.Ordinal));
        }

        Assert.All(DescriptorLayout.Fields, field => Assert.Contains($"| {field.Offset} | `{field.Name}` |", text, StringComparison.Ordinal));
        Assert.All(ErrorCodes.All, code => Assert.Contains($"| {(int)code} | `{ErrorCodes.HardwareName(code)}` |", text, StringComparison.Ordinal));
        Assert.Contains("| 31:0 | `cycles` | read, write | 0x000f4240 |", text, StringComparison.Ordinal);
        Assert.Contains("| 7:0 | `rows` | constant | 0x08 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void C_header_compiles_and_agrees_with_the_register_map()
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Coproc);
        File.WriteAllText(
            Path.Combine(tree.Folder, "use.c"),
            $"""
            #include "xrnpe_regs.h"
            _Static_assert(XRNPE_STATUS == {RegisterMap.Status.Offset}, "offset");
            _Static_assert(XRNPE_STATUS_DONE_MASK >> XRNPE_STATUS_DONE_SHIFT == 1, "field");
            _Static_assert(XRNPE_DESC_NEXT == {DescriptorLayout.Field("next").Offset}, "descriptor");
            _Static_assert(XRNPE_ERROR_NAR_TO_FP4 == {(int)ErrorCode.NarToFp4}, "error code");

            """);
        Tool.RunSilently("gcc", tree.Folder, "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "use.c");
    }

    [Fact]
    public void Systemverilog_header_compiles()
    {
        using var tree = new GeneratedTree(Presets.Default, Unit.Coproc);
        File.WriteAllText(
            Path.Combine(tree.Folder, "use.sv"),
            """
            `include "xrnpe_regs.svh"
            module use_regs (output wire [7:0] offset_o);
              assign offset_o = xrnpe_regs::STATUS;
            endmodule

            """);
        Tool.RunSilently("verilator", tree.Folder, "--lint-only", "-Wall", "-Wno-DECLFILENAME", "-Wno-UNUSED", "use.sv");
        Tool.RunSilently("iverilog", tree.Folder, "-g2005-sv", "-t", "null", "use.sv");
    }

    private static string[] Lines(IReadOnlyList<GeneratedFile> files, string path) =>
        files.Single(f => f.Path == path).Text.TrimEnd('\n').Split('\n');
}
