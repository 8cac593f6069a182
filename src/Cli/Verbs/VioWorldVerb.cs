using System.CommandLine;
using System.Globalization;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary><c>xrnpe vio world</c>: a ride through the synthetic world, written as KITTI odometry.</summary>
internal static class VioWorldVerb
{
    private const int LargestSize = 4096;

    /// <summary>The verb.</summary>
    public static Command Create(ToolConsole console)
    {
        string kinds = string.Join(", ", Enum.GetValues<TrackKind>().Select(NameOption.Text));
        var track = new Option<string>("--track") { Description = $"The motion: {kinds}.", DefaultValueFactory = _ => NameOption.Text(TrackKind.Race), HelpName = "T" };
        var frames = new Option<int>("--frames") { Description = "Frames: 10 a second, with headset 20.", DefaultValueFactory = _ => 200, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Another seed gives another track, scene and IMU.", HelpName = "S" };
        var size = new Option<string>("--size") { Description = "Width and height of the frames; the view is the same.", DefaultValueFactory = _ => "128x64", HelpName = "WxH" };
        var colour = new Option<bool>("--color") { Description = "Colour; else grey." };
        var output = new Option<string>("--out") { Description = "Folder to write to; made when it is not there.", Required = true, HelpName = "DIR" };
        var name = new Option<string>("--sequence") { Description = "Name of the sequence in it.", DefaultValueFactory = _ => "00", HelpName = "NN" };
        var command = new VerbCommand(
            "world",
            "Render a ride through a synthetic world: frames, IMU and poses, in the layout of KITTI odometry.",
            "xrnpe vio world --track race --frames 200 --seed 1 --out world --sequence 00",
            "xrnpe vio world --track headset --size 512x256 --color --out world --sequence 01") { track, frames, seed, size, colour, output, name };
        command.SetAction(parsed =>
        {
            TrackKind kind = NameOption.Parse<TrackKind>("--track", parsed.GetValue(track)!);
            int count = parsed.GetValue(frames);
            if (count < 2) throw new InputException($"--frames {count}: a ride has 2 frames at least");
            (int width, int height) = Size(parsed.GetValue(size)!);
            string folder = parsed.GetValue(output)!, sequenceName = Name(parsed.GetValue(name)!);
            SyntheticSequence ride = Progress.Run(console, report =>
            {
                report("building the world", 0);
                var sequence = new SyntheticSequence(kind, count, parsed.GetValue(seed));
                KittiWriter.Write(
                    sequence, folder, sequenceName, width, height, parsed.GetValue(colour) ? 3 : 1, sequence.FrameRate,
                    done => report("frames", (double)done / count));
                return sequence;
            });
            console.Out.WriteLine(Summary(ride, folder, sequenceName));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Summary(SyntheticSequence ride, string folder, string name)
    {
        double path = Enumerable.Range(0, ride.PairCount).Sum(pair => (ride.Poses[pair + 1].Translation - ride.Poses[pair].Translation).Length);
        double seconds = ride.PairCount / ride.FrameRate;
        return string.Create(CultureInfo.InvariantCulture, $"{ride.FrameCount} frames, {path:f1} m in {seconds:f1} s: sequence {name} in {folder}");
    }

    private static (int Width, int Height) Size(string text)
    {
        int[] sizes = [.. text.Split('x', '×').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : 0)];
        return sizes is [> 0 and <= LargestSize, > 0 and <= LargestSize]
            ? (sizes[0], sizes[1])
            : throw new InputException($"--size {InputException.Quote(text)} is not WxH with two numbers from 1 to {LargestSize}");
    }

    private static string Name(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? text
        : throw new InputException($"--sequence {InputException.Quote(text)} is no name of a sequence: letters, digits, - and _, such as 00");
}
