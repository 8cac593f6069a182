using System.CommandLine;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>Which precisions, and where their predictions go: what <c>sweep</c> and <c>report</c> share.</summary>
internal sealed class SweepOptions
{
    private readonly Option<string[]> _precisions = new("--precision")
    {
        Description = "f32, a format or a .json file; may be repeated.",
        DefaultValueFactory = _ => VioOptions.AllPrecisions,
        HelpName = "P",
    };

    private readonly Option<string?> _folder = new("--out") { Description = "Folder for the predictions; made where it is missing. [default: vio-NETWORK-SEQUENCE]", HelpName = "DIR" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_precisions);
        command.Add(_folder);
    }

    /// <summary>The precisions; null for the network in double.</summary>
    /// <exception cref="InputException">One is none, or does not fit the network.</exception>
    public PrecisionAssignment?[] Assignments(ParseResult parsed, VioExperiment experiment) =>
        [.. parsed.GetValue(_precisions)!.Select(text => PrecisionRun.Parse(text, experiment.Lowered))];

    /// <summary>The folder, which is there afterwards.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public string MakeFolder(ParseResult parsed, VioExperiment experiment)
    {
        string folder = parsed.GetValue(_folder) ?? $"vio-{VioOptions.FileName(experiment)}";
        OutputFile.MakeFolder(folder);
        return folder;
    }
}
