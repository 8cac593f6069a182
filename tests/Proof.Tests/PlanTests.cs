namespace XrNpe.Proof.Tests;

public sealed class PlanTests
{
    [Fact]
    public void Names_are_unique_and_every_broken_copy_has_its_whole_one()
    {
        string[] names = [.. Plan.All.Select(p => p.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        foreach (Proof broken in Plan.All.Where(p => p.IsSabotaged))
        {
            Assert.EndsWith(", broken", broken.Name, StringComparison.Ordinal);
            Assert.Contains(names, name => name == broken.Name[..broken.Name.IndexOf(',', StringComparison.Ordinal)]);
        }
    }
}
