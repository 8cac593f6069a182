namespace XrNpe.Vio.Tests;

public class DemoDataTests
{
    [Theory]
    [InlineData("activations.npy", 169, 49)]
    [InlineData("weights.npy", 49, 24)]
    public void Regenerating_gives_the_committed_bytes(string name, int rows, int columns)
    {
        using var scratch = new Scratch();
        DemoData.Write(scratch.Folder);
        string committed = Path.Combine(Repository.Root, "data", "demo", name);
        Assert.Equal(File.ReadAllBytes(committed), File.ReadAllBytes(scratch.PathOf(name)));
        Assert.Equal([rows, columns], NpyReader.Read(committed).Shape);
    }
}
