using XrNpe.Coproc;
using XrNpe.Rtlgen;
using XrNpe.Verify;

namespace XrNpe.Proof;

/// <summary>Mutants of the MAC's RTL, all in one Verilated netlist, and the vectors of the MAC on each of them.</summary>
public static class MutationRun
{
    private const int Sequences = 12;
    private const int Cycles = 30_000;

    /// <summary>One mutant in so many is made to spare, for equivalent ones.</summary>
    private const int Spare = 6;

    /// <summary>The programs that it needs beside Verilator's.</summary>
    public static IReadOnlyList<string> Tools { get; } = ["yosys", Abc.Program];

    /// <summary>
    /// Runs the vectors on every mutant. Those that survive are compared with the original by SAT: an equivalent one is no mutant, and another takes its place.
    /// </summary>
    /// <param name="config">Configuration.</param>
    /// <param name="count">How many mutants that are not equivalent.</param>
    /// <param name="seed">Seed of the choice of mutants.</param>
    /// <param name="progress">Told how many are done, and of how many; may be called from several threads.</param>
    /// <exception cref="ProofException">The netlist without mutants fails as well, or a tool does not take what it is given.</exception>
    public static IReadOnlyList<MutantResult> Run(CoprocConfig config, int count, int seed, Action<int, int> progress)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("xrnpe-mutants-");
        try
        {
            IReadOnlyList<Mutant> mutants = MutantNetlist.Write(folder.FullName, config, count + (count / Spare) + 1, seed);
            string library = VerilatedBuilder.Build(new VerilatedDesign
            {
                Folder = folder.FullName,
                Top = MutantNetlist.Top,
                Shim = MacVectorRun.Shim(MutantNetlist.Select),
            });
            MacVectorRun[] suite = [.. Enumerable.Range(1, Sequences).Select(i => new MacVectorRun(MacSequence.Create(config, (ulong)i, Cycles), config))];
            if (Caught(suite, library, 0) is { } wrong) throw new ProofException($"the netlist without mutants fails: {wrong}");

            var caught = new string?[mutants.Count];
            int done = 0;
            Parallel.For(0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                caught[i] = Caught(suite, library, (uint)mutants[i].Index);
                progress(Interlocked.Increment(ref done), mutants.Count);
            });

            Aiger? graph = null;
            var results = new List<MutantResult>();
            for (int i = 0; i < mutants.Count && results.Count(r => r.Fate != Fate.Equivalent) < count; i++)
            {
                Fate fate = Fate.Caught;
                if (caught[i] is null)
                {
                    fate = Fate.Survived;
                }

                if (fate == Fate.Survived && ExternalTool.IsInstalled(Abc.Program))
                {
                    graph ??= Netlist.Of(folder.FullName, MutantNetlist.Top, []);
                    Aiger difference = MutantEquivalence.Of(graph, mutants[i].Index);
                    fate = Abc.Prove(folder.FullName, difference, difference.Bad.Single()) == Verdict.Proven ? Fate.Equivalent : Fate.Survived;
                }

                results.Add(new MutantResult(mutants[i], fate, caught[i] ?? ""));
            }

            return results;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Caught(MacVectorRun[] suite, string library, uint mutant) =>
        suite.Select(run => run.Wrong(library, mutant)).FirstOrDefault(wrong => wrong is not null);
}
