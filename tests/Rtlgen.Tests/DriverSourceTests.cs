using XrNpe.Coproc;

namespace XrNpe.Rtlgen.Tests;

/// <summary>The C driver and the example of <c>docs/integration.md</c> compile, strictly, with the generated header.</summary>
public sealed class DriverSourceTests
{
    private static readonly string[] Flags = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-I.", "-I" + Path.Combine(Repository.Root, "sw")];

    [Theory]
    [MemberData(nameof(TestConfigs.Names), MemberType = typeof(TestConfigs))]
    public void Driver_compiles(string name)
    {
        using var tree = new GeneratedTree(TestConfigs.Get(name), Unit.Coproc);
        Tool.RunSilently("gcc", tree.Folder, [.. Flags, "-O1", "-c", Path.Combine(Repository.Root, "sw", "xrnpe.c"), "-o", "xrnpe.o"]);
    }

    [Fact]
    public void Example_of_the_document_compiles()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "integration.md"));
        string example = Assert.Single(document.Split("```c\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]));
        using var tree = new GeneratedTree(Presets.Default, Unit.Coproc);
        File.WriteAllText(Path.Combine(tree.Folder, "example.c"), example);
        Tool.RunSilently("gcc", tree.Folder, [.. Flags, "-fsyntax-only", "example.c"]);
    }
}
