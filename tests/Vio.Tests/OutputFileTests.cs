namespace XrNpe.Vio.Tests;

public class OutputFileTests
{
    [Fact]
    public void A_failure_leaves_what_was_there_and_nothing_else()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("c.npy", [1, 2, 3]);
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(path, stream =>
        {
            stream.WriteByte(9);
            throw new InvalidOperationException("half-way");
        }));
        Assert.Equal(["c.npy"], scratch.Names);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_success_replaces_the_file_and_leaves_nothing_else()
    {
        using var scratch = new Scratch();
        string path = scratch.Write("c.npy", [1, 2, 3]);
        OutputFile.Write(path, stream => stream.WriteByte(9));
        Assert.Equal(["c.npy"], scratch.Names);
        Assert.Equal([9], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_link_is_followed_and_not_replaced()
    {
        using var scratch = new Scratch();
        string target = scratch.Write("real.npy", [1]);
        string link = scratch.PathOf("link.npy");
        File.CreateSymbolicLink(link, target);
        OutputFile.Write(link, stream => stream.WriteByte(9));
        Assert.Equal([9], File.ReadAllBytes(target));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void Devices_stay_devices()
    {
        if (!File.Exists("/dev/null")) Assert.Skip("there is no /dev/null here");
        OutputFile.Write("/dev/null", stream => stream.WriteByte(9));
        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        using var scratch = new Scratch();
        Assert.Contains("is a folder", Refused(scratch.Folder), StringComparison.Ordinal);
        Assert.Contains("there is no folder", Refused(scratch.PathOf("no/c.npy")), StringComparison.Ordinal);
        Assert.Contains("is empty", Refused(""), StringComparison.Ordinal);
    }

    private static string Refused(string path) => Assert.Throws<InputException>(() => OutputFile.Write(path, _ => { })).Message;
}
