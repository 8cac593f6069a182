using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Verify;

/// <summary>
/// The whole co-processor: random jobs of all input and output formats, awkward shapes and random stalls, on the RTL and the emulator,
/// against the golden model.
/// </summary>
internal sealed class CoprocessorCheck() : Check(4, "coprocessor", needsRtl: true)
{
    private static readonly CoprocConfig[] Configs =
    [
        Presets.Tiny,
        Presets.Tiny with { Name = "tall", Rows = 4, Slices = 2, DataWidth = 128, BufferDepth = 16 },
        Presets.Default,
    ];

    /// <inheritdoc/>
    public override void Run(CheckRun run)
    {
        foreach (CoprocConfig config in Configs.Take(run.Pick(1, Configs.Length)))
        {
            VerilatedLibrary library = ModuleLibrary.WithVerilog(config, Unit.Coproc, folder => VerilatedLibrary.Open(folder, Generator.Top(Unit.Coproc)));
            foreach (FormatInfo input in FormatInfo.Inputs)
            {
                foreach (FormatInfo output in FormatInfo.All)
                {
                    string part = $"{config.Name}, {input} to {output}";
                    run.ForAll(part, run.Pick(6, 200), 1, step => Wrong(config, library, input.Format, output.Format, run.SeedOf(part, step)));
                }
            }
        }
    }

    private static string? Wrong(CoprocConfig config, VerilatedLibrary library, NumberFormat input, NumberFormat output, int seed)
    {
        var random = new Random(seed);
        MatmulJob job = RandomJob(random, input, output);
        double stall = random.Next(3) switch { 0 => 0, 1 => 0.3, _ => 0.7 };
        using CoprocBackend rtl = CoprocBackend.Rtl(config, library, AxiTiming.Random((ulong)(uint)seed, stall, random.Next(1, 12)));
        using CoprocBackend emulator = CoprocBackend.Emulator(config);
        using var golden = new GoldenBackend();

        Outcome expected = Outcome.Of(golden, job);
        foreach (IMatmulBackend backend in new IMatmulBackend[] { emulator, rtl })
        {
            Outcome actual = Outcome.Of(backend, job);
            if (actual.Difference(expected, job) is { } difference) return $"seed {seed}, {job.Shape}, stalls {stall}: {backend.Name} {difference}";
        }

        return null;
    }

    private static MatmulJob RandomJob(Random random, NumberFormat input, NumberFormat output)
    {
        FormatInfo info = FormatInfo.Of(input);
        OutputSettings settings = OutputSettings.Random(random, input, output);
        var shape = new MatmulShape(random.Next(1, 14), random.Next(1, 14), random.Next(1, 120));
        bool nar = random.Next(4) == 0;
        ushort Code()
        {
            uint code = (uint)random.Next((int)info.Mask + 1);
            return (ushort)(!nar && info.HasNaR && code == info.NaRCode ? 1 : code);
        }

        ushort[] a = [.. Enumerable.Range(0, shape.M * shape.K).Select(_ => Code())];
        ushort[] b = [.. Enumerable.Range(0, shape.N * shape.K).Select(_ => Code())];
        return new MatmulJob(input, output, shape, a, b, settings.Activation, settings.Scale);
    }

    /// <summary>What came out of a job: C, or the place of the first NaR that met FP4, or what went wrong.</summary>
    private sealed record Outcome(uint[] C, string Error)
    {
        public static Outcome Of(IMatmulBackend backend, MatmulJob job)
        {
            try
            {
                return new Outcome(backend.Run(job).C, "");
            }
            catch (NarToFp4Exception e)
            {
                return new Outcome([], $"NaR met FP4 at C[{e.Row}, {e.Column}]");
            }
            catch (Exception e) when (e is CoprocException or AxiProtocolException or TimeoutException)
            {
                return new Outcome([], e.Message);
            }
        }

        public string? Difference(Outcome expected, MatmulJob job)
        {
            if (Error != expected.Error) return $"ends with \"{Error}\", golden with \"{expected.Error}\"";
            int place = C.AsSpan().CommonPrefixLength(expected.C);
            return place == C.Length
                ? null
                : $"C[{place / job.Shape.N}, {place % job.Shape.N}] is {Hex.Of(job.Output, C[place])}, should be {Hex.Of(job.Output, expected.C[place])}";
        }
    }
}
