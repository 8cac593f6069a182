using System.CommandLine;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Cli;

/// <summary><c>xrnpe generate</c>: a configuration to Verilog, or a check that the Verilog is up to date.</summary>
internal static class GenerateVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var unit = new Option<string>("--unit") { Description = "What to generate: coproc, mac or rmmec.", DefaultValueFactory = _ => NameOption.Text(Unit.Coproc), HelpName = "U" };
        var folder = new Option<string>("--out") { Description = "Folder to write to.", DefaultValueFactory = _ => "hdl", HelpName = "DIR" };
        var check = new Option<bool>("--check") { Description = "Write nothing; print what differs and exit with 3 when anything does." };
        var config = new ConfigOptions();
        var command = new VerbCommand(
            "generate",
            "Generate the Verilog of a configuration, with file lists and register map.",
            "xrnpe generate --preset tiny --out my_hdl",
            "xrnpe generate --unit mac --config my.json --out mac_hdl",
            "xrnpe generate --check --out hdl") { unit, folder, check };
        config.AddTo(command);
        command.SetAction(parsed =>
        {
            CoprocConfig chosen = config.Get(parsed);
            Unit asked = NameOption.Parse<Unit>("--unit", parsed.GetValue(unit)!);
            IReadOnlyList<GeneratedFile> files = [.. UnitFolder.Files(chosen, asked)];
            string target = parsed.GetValue(folder)!;
            return parsed.GetValue(check) ? Check(console, target, files, chosen) : Write(console, target, files);
        });
        return command;
    }

    private static int Write(ToolConsole console, string folder, IReadOnlyList<GeneratedFile> files)
    {
        foreach (GeneratedFile file in files) GeneratedFolder.Write(folder, file);
        console.Out.WriteLine($"{files.Count} files in {folder}");
        return ExitCode.Done;
    }

    private static int Check(ToolConsole console, string folder, IReadOnlyList<GeneratedFile> files, CoprocConfig config)
    {
        string[] differences = [.. GeneratedFolder.Differences(folder, files, config)];
        foreach (string line in differences) console.Out.WriteLine(line);
        if (differences.Length > 0)
        {
            console.Error.WriteLine($"xrnpe: {folder} is stale: generate it again, without --check");
            return ExitCode.Stale;
        }

        console.Out.WriteLine($"{files.Count} files in {folder} are up to date");
        return ExitCode.Done;
    }
}
