namespace XrNpe.Vio.Tests;

public class KittiWriterTests
{
    [Theory]
    [InlineData(TrackKind.Race, 1)]
    [InlineData(TrackKind.Headset, 3)]
    public void What_is_written_comes_back_exactly(TrackKind kind, int channels)
    {
        using var scratch = new Scratch();
        var ride = new SyntheticSequence(kind, 4, 9);
        var told = new List<int>();
        KittiWriter.Write(ride, scratch.PathOf("world"), "07", 48, 24, channels, ride.FrameRate, told.Add);
        Assert.Equal([1, 2, 3, 4], told);
        var back = KittiSequence.Open(scratch.PathOf("world"), "07");
        Assert.Equal(ride.FrameCount, back.FrameCount);
        Assert.Equal(ride.Poses, back.Poses!);
        for (int i = 0; i < ride.FrameCount; i++) Assert.Equal(ride.Frame(i, 48, 24, channels).Pixels, back.Frame(i, 48, 24, channels).Pixels);
        for (int pair = 0; pair < ride.PairCount; pair++)
        {
            Assert.Equal(ride.Imu(pair), back.Imu(pair));
            Assert.Equal(ride.Truth(pair), back.Truth(pair));
        }

        string[] times = File.ReadAllLines(scratch.PathOf("world/sequences/07/times.txt"));
        Assert.Equal(4, times.Length);
        Assert.Equal(3 / ride.FrameRate, double.Parse(times[3], System.Globalization.CultureInfo.InvariantCulture), 6);
        Assert.Equal(
            ["000000.png", "000001.png", "000002.png", "000003.png", "07.mat", "07.txt", "times.txt"],
            Directory.GetFiles(scratch.PathOf("world"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Any_sequence_can_be_written()
    {
        using var scratch = new Scratch();
        using var folder = new EurocFolder();
        var euroc = EurocSequence.Open(folder.Folder);
        KittiWriter.Write(euroc, scratch.Folder, "00", 2, 1, 1, frameRate: 20);
        var back = KittiSequence.Open(scratch.Folder, "00");
        Assert.Equal(euroc.Poses!, back.Poses!);
        for (int pair = 0; pair < euroc.PairCount; pair++) Assert.Equal(euroc.Imu(pair), back.Imu(pair));
        Assert.Equal([2, 2], back.Frame(2, 2, 1, 1).Pixels);
    }

    [Fact]
    public void A_sequence_is_not_written_over_another()
    {
        using var scratch = new Scratch();
        var ride = new SyntheticSequence(TrackKind.Headset, 2, 9);
        KittiWriter.Write(ride, scratch.Folder, "00", 8, 4, 1);
        Assert.Contains("already there", Refused("00"), StringComparison.Ordinal);
        File.WriteAllText(scratch.PathOf("poses/01.txt"), "");
        Assert.Contains("01.txt is already there", Refused("01"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.PathOf("sequences/01")));
        KittiWriter.Write(ride, scratch.Folder, "02", 8, 4, 1);
        Assert.Equal(2, KittiSequence.Open(scratch.Folder, "02").FrameCount);

        string Refused(string name) => Assert.Throws<InputException>(() => KittiWriter.Write(ride, scratch.Folder, name, 8, 4, 1)).Message;
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        using var scratch = new Scratch();
        string file = scratch.Write("file", [1]);
        var ride = new SyntheticSequence(TrackKind.Headset, 2, 9);
        Assert.Contains(file, Assert.Throws<InputException>(() => KittiWriter.Write(ride, file, "00", 8, 4, 1)).Message, StringComparison.Ordinal);
    }
}
