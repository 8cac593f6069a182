using System.CommandLine;
using System.Globalization;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio fit</c>: weights for ulvio-s without training.</summary>
internal static class VioFitVerb
{
    private const int FirstSeed = 1;

    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        var output = new Option<string>("--output", "-o") { Description = "Where the weights go.", Required = true, HelpName = "F.safetensors" };
        var frames = new Option<int>("--frames") { Description = "Frames of each training ride.", DefaultValueFactory = _ => 250, HelpName = "N" };
        var rides = new Option<int>("--rides") { Description = "Training rides: race track and figure of eight in turn, each with a seed of its own from 1 on.", DefaultValueFactory = _ => 12, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Seed of the random weights.", HelpName = "S" };
        var command = new VerbCommand(
            "fit",
            "Fit ulvio-s to rides through the synthetic world in closed form: random convolutions, ridge regression of the last layers. This is no training.",
            "xrnpe vio fit -o ulvio-s.safetensors") { output, frames, rides, seed };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(output)!;
            OutputFile.Check(path);
            int count = parsed.GetValue(frames), rideCount = parsed.GetValue(rides);
            if (count < 2 || rideCount < 1) throw new InputException($"--frames {count}, --rides {rideCount}: a ride has 2 frames at least, and there must be one");
            int pairs = Progress.Run(console, report => Fit(path, count, rideCount, parsed.GetValue(seed), report));
            console.Out.WriteLine($"{UlVioSmall.Name} fitted in closed form to {pairs} frame pairs of {rideCount} rides: {path}");
            return ExitCode.Done;
        });
        return command;
    }

    private static int Fit(string path, int frames, int rides, int seed, Action<string, double> report)
    {
        VioModel model = VioModel.Of(UlVioSmall.Create(new NoParameters()));
        var inputs = new List<IReadOnlyDictionary<string, RealTensor>>();
        var truth = new List<RelativePose>();
        for (int ride = 0; ride < rides; ride++)
        {
            report("rendering", (double)ride / rides);
            var sequence = new SyntheticSequence(ride % 2 == 0 ? TrackKind.Race : TrackKind.Eight, frames, FirstSeed + ride);
            var given = new IReadOnlyDictionary<string, RealTensor>[sequence.PairCount];
            Parallel.For(0, given.Length, pair => given[pair] = model.Inputs(sequence, pair));
            inputs.AddRange(given);
            truth.AddRange(Enumerable.Range(0, given.Length).Select(pair => sequence.Truth(pair)!.Value));
        }

        IReadOnlyList<(string Name, int[] Shape, double[] Data)> parameters = ClosedFormFit.Run(inputs, truth, seed, report);
        SafetensorsWriter.Write(path, parameters, new Dictionary<string, string>
        {
            ["network"] = UlVioSmall.Name,
            ["weights"] = "closed-form fit: random convolutions, ridge regression of the last layers; not trained",
            ["rides"] = string.Create(CultureInfo.InvariantCulture, $"{rides} of {frames} frames, seeds {FirstSeed} to {FirstSeed + rides - 1}"),
        });
        return inputs.Count;
    }
}
