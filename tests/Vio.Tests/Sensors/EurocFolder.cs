using System.Globalization;

namespace XrNpe.Vio.Tests;

/// <summary>A small ASL folder: frames every 50 ms, IMU every 5 ms, ground truth every 10 ms, all from time 10^18 ns on.</summary>
internal sealed class EurocFolder : IDisposable
{
    public const long Start = 1_000_000_000_000_000_000;
    private const int Frames = 4;
    private readonly Scratch _scratch = new();

    public EurocFolder(bool mav0 = true)
    {
        Root = _scratch.PathOf(mav0 ? "mav0" : ".");
        foreach (string name in new[] { "cam0/data", "imu0", "state_groundtruth_estimate0" }) Directory.CreateDirectory(PathOf(name));
        for (int i = 0; i < Frames; i++) PngFrames.Write(Frame(i), new Frame(2, 1, 1, [(byte)i, (byte)i]));
        Write("cam0/data.csv", "#timestamp [ns],filename", [.. Enumerable.Range(0, Frames).Select(i => $"{Time(50 * i)},{Time(50 * i)}.png")]);

        // Gyro t, accelerometer 100 + t, with t in ms.
        Write("imu0/data.csv", "#timestamp [ns],w,w,w,a,a,a", [.. Enumerable.Range(0, 40).Select(i => ImuRow(i * 5))]);

        // Ahead along x at 1 m/s, turning left by 90° in 0.1 s.
        Write("state_groundtruth_estimate0/data.csv", "#timestamp,p,p,p,q,q,q,q,v,v,v,b,b,b,b,b,b", [.. Enumerable.Range(0, 20).Select(i => TruthRow(10 * i))]);
    }

    public string Folder => _scratch.Folder;

    public string Root { get; }

    public static string Time(int milliseconds) => (Start + (milliseconds * 1_000_000L)).ToString(CultureInfo.InvariantCulture);

    public static string ImuRow(int ms) => $"{Time(ms)},{ms},{ms + 0.1},{ms + 0.2},{100 + ms},{100.1 + ms},{100.2 + ms}";

    public static string TruthRow(int ms)
    {
        double half = ms / 100.0 * Math.PI / 4;
        return string.Create(CultureInfo.InvariantCulture, $"{Time(ms)},{ms / 1000.0},0,0,{Math.Cos(half):R},0,0,{Math.Sin(half):R},0,0,0,0,0,0,0,0,0");
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Frame(int index) => PathOf($"cam0/data/{Time(50 * index)}.png");

    public void Write(string name, string header, params string[] rows) => File.WriteAllText(PathOf(name), $"{header}\r\n{string.Join("\r\n", rows)}\r\n");

    public void Dispose() => _scratch.Dispose();
}
