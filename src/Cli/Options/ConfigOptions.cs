using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>The options <c>--preset</c> and <c>--config</c>, of which one at most may be given, and <c>--set</c> for single fields.</summary>
internal sealed class ConfigOptions
{
    private readonly Option<string?> _preset = new("--preset")
    {
        Description = $"Configuration with a name: {Names}. [default: {Presets.Default.Name}]",
        HelpName = "P",
    };

    private readonly Option<string?> _file = new("--config") { Description = "Configuration from a JSON file.", HelpName = "F" };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Another value for one field of the configuration, such as slices=4, pipeline=0 or formats=p8,p16; may be repeated.",
        HelpName = "FIELD=VALUE",
    };

    private static string Names => string.Join(", ", Presets.All.Select(p => p.Name));

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_preset);
        command.Add(_file);
        command.Add(_set);
    }

    /// <summary>The configuration that was asked for.</summary>
    /// <exception cref="InputException">Both were given, or there is no such preset.</exception>
    /// <exception cref="ConfigException">The file or a setting is wrong.</exception>
    public CoprocConfig Get(ParseResult parsed) => (parsed.GetValue(_set) ?? []).Aggregate(Base(parsed), ConfigFile.Set);

    private CoprocConfig Base(ParseResult parsed)
    {
        string? preset = parsed.GetValue(_preset), file = parsed.GetValue(_file);
        if (preset is not null && file is not null) throw new InputException("--preset and --config are both given: one of them");
        if (file is not null) return ConfigFile.Load(file);
        if (preset is null) return Presets.Default;
        return Presets.Find(preset) ?? throw new InputException($"--preset {InputException.Quote(preset)} is unknown: {Names}");
    }
}
