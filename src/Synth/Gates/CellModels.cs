namespace XrNpe.Synth;

/// <summary>The Verilog models of the default library's cells.</summary>
public static class CellModels
{
    /// <summary>The file of Debian's package qflow-tech-osu018.</summary>
    public const string Path = "/usr/share/qflow/tech/osu018/osu018_stdcells.v";

    private const string Package = "qflow-tech-osu018";

    /// <summary>Fails when library or models are not installed.</summary>
    /// <exception cref="SynthesisToolMissingException">They are not.</exception>
    public static void Require()
    {
        foreach (string file in new[] { SynthesisOptions.DefaultLiberty, Path })
        {
            if (!File.Exists(file)) throw new SynthesisToolMissingException(file, Package);
        }
    }
}
