namespace XrNpe.Vio.Tests;

/// <summary>A small KITTI folder with sequence 00: frames of 4×2, 10 IMU rows a frame, poses 1 m apart.</summary>
internal sealed class KittiFolder : IDisposable
{
    private readonly Scratch _scratch = new();

    public KittiFolder(int frames, int? rows = null, int? poses = null, int first = 0, string camera = "image_2", int channels = 3)
    {
        Directory.CreateDirectory(PathOf("sequences", "00", camera));
        Directory.CreateDirectory(PathOf("imus"));
        Directory.CreateDirectory(PathOf("poses"));
        for (int i = 0; i < frames; i++) PngFrames.Write(Frame(first + i, camera), new Frame(4, 2, channels, [.. Enumerable.Repeat((byte)(first + i), 8 * channels)]));
        WriteImu(rows ?? (((first + frames) * 10) + 1));
        KittiPoses.Write(PathOf("poses", "00.txt"), [.. Enumerable.Range(0, poses ?? (first + frames)).Select(i => new Pose(Rotation.Identity, new Vector3d(0, 0, i)))]);
    }

    public string Folder => _scratch.Folder;

    public string PathOf(params string[] parts) => _scratch.PathOf(Path.Combine(parts));

    public string Frame(int number, string camera = "image_2") => PathOf("sequences", "00", camera, $"{number:d6}.png");

    /// <summary>Row r holds r, r + 0.1 … r + 0.5.</summary>
    public void WriteImu(int rows, int columns = 6) =>
        MatFile.Write(PathOf("imus", "00.mat"), "imu_data_interp", rows, columns, [.. Enumerable.Range(0, rows * columns).Select(i => (i / columns) + (i % columns / 10.0))]);

    public void Dispose() => _scratch.Dispose();
}
