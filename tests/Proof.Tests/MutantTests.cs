using XrNpe.Coproc;
using XrNpe.Verify;

namespace XrNpe.Proof.Tests;

public sealed class MutantTests
{
    [Fact]
    public void The_vectors_catch_mutants()
    {
        Assert.SkipWhen(VerilatedBuilder.MissingTool is not null || !ExternalTool.IsInstalled("yosys"), "verilator or yosys is not installed");
        const int Count = 8;
        IReadOnlyList<MutantResult> results = MutationRun.Run(Presets.Tiny, Count, seed: 1, (_, _) => { });

        // One may survive: of eight, a single mutant that only a scale beyond the port's eight bits could show is one too many for 95 %.
        Assert.Equal(Count, results.Count(r => r.Fate != Fate.Equivalent));
        Assert.InRange(results.Count(r => r.Fate == Fate.Survived), 0, 1);
    }

    [Theory]
    [InlineData(
        @"mutate -ctrl mutant 8 16 -mode cnot1 -module xrnpe_mac -cell $flatten\u_a.\u_b.$lt$xrnpe_round_p8.v:23$504 -port \A -portbit 7 -ctrlbit 1 -src xrnpe_mac.v:120.16-135.4",
        "cnot1", "$flattenu_a.u_b.$lt$xrnpe_round_p8.v:23$504, port A[7]", "xrnpe_round_p8.v:23")]
    [InlineData(
        @"mutate -ctrl mutant 8 16 -mode inv -module xrnpe_mac -cell $procdff$12 -port \Q -portbit 7 -wire \u_pe.first_q -wirebit 0 -src xrnpe_pe.v:42.16-42.23",
        "inv", "u_pe.first_q[0], port Q[7]", "xrnpe_pe.v:42")]
    public void A_mutant_says_what_and_where_it_is(string line, string mode, string place, string source) =>
        Assert.Equal(new Mutant(16, mode, place, source), Mutant.Parse(line));

    [Fact]
    public void A_mutant_is_equivalent_when_no_state_and_no_input_shows_it()
    {
        // y = a, with mutant 1 y = a and a, with mutant 2 y = not a.
        var builder = new AigerBuilder();
        uint a = builder.Input(), low = builder.Input(), high = builder.Input();
        uint y = builder.Or(builder.And(high, a ^ 1), builder.And(high ^ 1, builder.Or(builder.And(low, a), builder.And(low ^ 1, a))));
        builder.Graph.InputNames[low] = "mutant[0]";
        builder.Graph.InputNames[high] = "mutant[1]";
        builder.Graph.Outputs["y[0]"] = y;

        bool Same(int index)
        {
            Aiger difference = MutantEquivalence.Of(builder.Graph, index);
            return ExhaustiveSimulation.Holds(difference, difference.Bad.Single(), difference.Inputs, []);
        }

        Assert.True(Same(1));
        Assert.False(Same(2));
    }
}
