namespace XrNpe.Arith.Tests;

public class PublicApiTests
{
    private const string WriteVariable = "XRNPE_WRITE_API";

    [Fact]
    public void PublicAPI_txt_is_the_public_API()
    {
        string path = Path.Combine(RepositoryRoot.Path, "src", "Arith", "PublicAPI.txt");
        string now = PublicApiText.Of(typeof(Posit8).Assembly);
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1") File.WriteAllText(path, now);

        string[] then = File.Exists(path) ? File.ReadAllLines(path) : [];
        string[] lines = now.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] difference = [.. then.Except(lines).Select(line => "- " + line), .. lines.Except(then).Select(line => "+ " + line)];
        if (difference.Length == 0) Assert.Equal(lines, then);
        Assert.True(
            difference.Length == 0,
            $"src/Arith/PublicAPI.txt is not the public API. If the change is meant, `make api` writes the file again (or {WriteVariable}=1 and this test):\n{string.Join('\n', difference)}");
    }
}
