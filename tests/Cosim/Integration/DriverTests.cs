namespace XrNpe.Cosim;

/// <summary>The C driver of <c>sw/</c> on the RTL.</summary>
[Collection(nameof(DriverBuild))]
public sealed class DriverTests(DriverBuild build)
{
    [Theory]
    [InlineData("probe")]
    [InlineData("layout")]
    [InlineData("matmul")]
    [InlineData("chain")]
    [InlineData("interrupt")]
    [InlineData("bad_descriptor")]
    [InlineData("nowhere")]
    [InlineData("nar")]
    [InlineData("soft_reset")]
    public void The_driver_runs(string name)
    {
        Assert.SkipUnless(name != "soft_reset" || EndsChainsEarly(), "CONTROL.soft_reset reaches no module beside the registers");
        build.Make("test", $"CASES={name}");
    }

    /// <summary>True when some module takes up the soft reset that the registers offer.</summary>
    private bool EndsChainsEarly() => Directory.GetFiles(build.Hdl, "*.v")
        .Where(path => Path.GetFileName(path) is not ("xrnpe_axil_regs.v" or "xrnpe_coproc.v"))
        .Any(path => File.ReadAllText(path).Contains("soft_reset", StringComparison.Ordinal));
}
