using XrNpe.Vio;

namespace XrNpe.Cli.Tests;

public sealed class VioWorldVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public void A_ride_is_written_and_summed_up()
    {
        string text = Tool.Run("vio", "world", "--track", "eight", "--frames", "3", "--seed", "4", "--size", "32x16", "--color", "--out", _tool.Folder, "--sequence", "05")
            .MustSucceed().Out;
        Assert.StartsWith("3 frames, ", text, StringComparison.Ordinal);
        Assert.EndsWith($" m in 0.2 s: sequence 05 in {_tool.Folder}\n", text, StringComparison.Ordinal);
        var written = KittiSequence.Open(_tool.Folder, "05");
        var ride = new SyntheticSequence(TrackKind.Eight, 3, 4);
        Assert.Equal(ride.Poses, written.Poses!);
        Assert.Equal(ride.Frame(2, 32, 16, 3).Pixels, written.Frame(2, 32, 16, 3).Pixels);
        Tool.Run("vio", "world", "--frames", "2", "--out", _tool.Folder, "--sequence", "05").MustFail(2, "already there");
    }

    [Theory]
    [InlineData("\"train\" is unknown: race, eight, headset", "--track", "train")]
    [InlineData("2 frames at least", "--frames", "1")]
    [InlineData("\"128\" is not WxH", "--size", "128")]
    [InlineData("\"0x64\" is not WxH", "--size", "0x64")]
    [InlineData("letters, digits", "--sequence", "../05")]
    public void Wrong_options_are_named_and_nothing_is_written(string part, string option, string value)
    {
        Tool.Run("vio", "world", "--out", _tool.Folder, option, value).MustFail(2, part);
        Assert.Empty(Directory.GetFileSystemEntries(_tool.Folder));
    }

    public void Dispose() => _tool.Dispose();
}
