namespace XrNpe.Proof.Tests;

public sealed class ExhaustiveSimulationTests
{
    private const int Inputs = 14;

    /// <summary>One case in 2^14, so it must be among those that the lanes of a block differ in, and the right block must be looked at.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0x2a5b & 0x3fff)]
    [InlineData(0x3fff)]
    public void The_one_wrong_case_is_found(int wrong)
    {
        var builder = new AigerBuilder();
        uint[] inputs = [.. Enumerable.Range(0, Inputs).Select(_ => builder.Input())];
        uint other = AigerBuilder.True;
        for (int bit = 0; bit < Inputs; bit++) other = builder.And(other, inputs[bit] ^ ((wrong >> bit & 1) != 0 ? 0u : 1u));

        Assert.False(ExhaustiveSimulation.Holds(builder.Graph, other, inputs, []));
        Assert.True(ExhaustiveSimulation.Holds(builder.Graph, builder.And(other, inputs[3] ^ (wrong >> 3 & 1) switch { 0 => 0u, _ => 1u }), inputs, []));
    }

    [Fact]
    public void Inputs_that_are_fixed_stay_fixed()
    {
        var builder = new AigerBuilder();
        uint free = builder.Input(), one = builder.Input(), zero = builder.Input();
        uint both = builder.And(free, one);

        Assert.False(ExhaustiveSimulation.Holds(builder.Graph, both, [free], [one]));
        Assert.True(ExhaustiveSimulation.Holds(builder.Graph, both, [free], []));
        Assert.True(ExhaustiveSimulation.Holds(builder.Graph, zero, [free], [one]));
    }
}
