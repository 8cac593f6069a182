namespace XrNpe.Verify.Tests;

public sealed class ResumeLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("xrnpe-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Steps_that_were_right_are_not_run_again()
    {
        using (var log = new ResumeLog(_folder, "name"))
        {
            Assert.Null(log.Once(3, () => null));
            Assert.Equal("wrong", log.Once(4, () => "wrong"));
        }

        using var next = new ResumeLog(_folder, "name");
        Assert.Null(next.Once(3, () => "must not run"));
        Assert.Equal("wrong again", next.Once(4, () => "wrong again"));
    }

    [Fact]
    public void A_line_that_was_cut_off_does_not_count()
    {
        string path = Path.Combine(_folder, "name.log");
        File.WriteAllText(path, "12\n13");
        using (var log = new ResumeLog(_folder, "name"))
        {
            Assert.Null(log.Once(12, () => "must not run"));
            Assert.Equal("ran", log.Once(13, () => "ran"));
            Assert.Null(log.Once(14, () => null));
        }

        Assert.Equal("12\n14\n", File.ReadAllText(path));
    }
}
