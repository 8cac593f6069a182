using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Proof;

/// <summary>What is proven.</summary>
internal static class Plan
{
    private const string Sat = "SAT";
    private const string Pdr = "PDR";
    private const string OnTime = "every last gives one result, after the latency, and nothing else does";
    private const string Fits = "no code has bits above its format";

    // The MAC has as many registers as its datapath is deep: shallowest and deepest.
    private static readonly CoprocConfig Deep = Presets.Tiny with { Name = "deep" };
    private static readonly CoprocConfig Shallow = Presets.Tiny with { Name = "shallow", Exponents = ExponentUnit.Adders, Pipeline = 0, Quire = QuireKind.Binary };

    private static readonly CoprocConfig Middle = Presets.Tiny with { Name = "middle", Pipeline = 3, Slices = 2, Exponents = ExponentUnit.Cells };

    // The other exponent unit: cells of the multiplier.
    private static readonly CoprocConfig Cells = Shallow with { Name = "cells", Exponents = ExponentUnit.Cells };

    private static readonly string[] DataPorts = ["a_i", "b_i", "lane_valid_i"];

    /// <summary>All proofs, each followed by its sabotaged copy where it has one.</summary>
    public static IReadOnlyList<Proof> All { get; } = [.. Multiplier(Shallow), .. Decoders(Shallow), .. Multiplier(Cells), .. Decoders(Cells), .. Control(), .. RegisterSlave.All];

    private static IEnumerable<Proof> Multiplier(CoprocConfig config)
    {
        string unit = UnitOf(config);
        foreach (bool isSabotaged in new[] { false, true })
        {
            yield return Of("multiply-small", "fp4, p4: every lane's product is a · b, whatever the other bits are", "bad_small", isSabotaged);
            yield return Of("multiply-p8", "p8: both lanes' products are a · b, whatever the other bits are", "bad_p8", isSabotaged);
            yield return new Proof(
                Name($"{unit}: multiply-p16", isSabotaged), "p16: the product is a · b", "2^26 cases", folder => Enumerate(folder, isSabotaged), isSabotaged);
            yield return Of("exponents", "fp4, p4, p8: every lane's distance is what + gives", "bad_exponents", isSabotaged);
            if (!isSabotaged) yield return Of("exponent-p16", "p16: the distance is what + gives", "bad_exponent_wide", isSabotaged);
            yield return new Proof(
                Name($"{unit}: isolation", isSabotaged), "cells that a mode does not multiply with give zero, whatever the operands are", Sat, folder =>
                {
                    Designs.Grid(folder, config);
                    Aiger graph = Netlist.Of(folder, Designs.GridTop, isSabotaged ? [Designs.Sabotage] : []);
                    return Abc.Prove(folder, graph, graph.Outputs["bad_o[0]"]);
                }, isSabotaged);
        }

        Proof Of(string name, string claim, string output, bool isSabotaged) => new(Name($"{unit}: {name}", isSabotaged), claim, Sat, folder =>
        {
            Aiger graph = Graph(folder, isSabotaged);
            return Abc.Prove(folder, graph, graph.Outputs[output + "[0]"]);
        }, isSabotaged);

        Aiger Graph(string folder, bool isSabotaged)
        {
            Designs.Module(folder, config, "multiplier");
            string[] defines = config.Exponents == ExponentUnit.Cells ? ["CELLS"] : [];
            return Netlist.Of(folder, "multiplier", isSabotaged ? [.. defines, Designs.Sabotage] : defines);
        }

        Verdict Enumerate(string folder, bool isSabotaged)
        {
            Aiger graph = Graph(folder, isSabotaged);
            uint[] Bits(string port, int count) => [.. graph.InputNames.Where(i => Enumerable.Range(0, count).Any(bit => i.Value == $"{port}[{bit}]")).Select(i => i.Key)];
            uint[] free = [.. Bits("a", 13), .. Bits("b", 13)];
            return ExhaustiveSimulation.Holds(graph, graph.Outputs["bad_p16[0]"], free, Bits("format", 2)) ? Verdict.Proven : Verdict.Failed;
        }
    }

    private static IEnumerable<Proof> Decoders(CoprocConfig config)
    {
        foreach (FormatInfo info in FormatInfo.Inputs)
        {
            foreach (bool isSabotaged in new[] { false, true })
            {
                yield return new Proof(Name($"{UnitOf(config)}: decode-{info}", isSabotaged), $"{info}: the decoder is the golden model's truth table, in every lane, masked or not", Sat, folder =>
                {
                    Designs.Decoder(folder, config, info);
                    Aiger graph = Netlist.Of(folder, "decoder", isSabotaged ? [Designs.Sabotage] : []);
                    return Abc.Prove(folder, graph, graph.Outputs["bad[0]"]);
                }, isSabotaged);
            }
        }
    }

    private static IEnumerable<Proof> Control()
    {
        foreach (CoprocConfig config in new[] { Deep, Shallow, Middle })
        {
            yield return Assertion(config, "result_on_time", OnTime);
            yield return Assertion(config, "code_fits_format", Fits);
            yield return Assertion(config, "nar_flag_only_for_fp4", "the NaR flag comes with an fp4 result of 8 only");
            yield return NoX(config);
        }

        yield return Assertion(Deep, "result_on_time", OnTime, "last_i", "last_i && !(first_i && lane_valid_i == 0)");
        yield return Assertion(Deep, "code_fits_format", Fits, "output_format_i", "3'd4");
        yield return NoX(Deep, ", without reset, broken", "rst_ni", "1'b1");
        yield return NoX(Deep, ", of what does not count, broken", always: true);
    }

    private static Proof Assertion(CoprocConfig config, string name, string claim, string? input = null, string wiring = "") => new(
        Name($"{config.Name}: {name}", input is not null), claim, Pdr, folder =>
        {
            Designs.Mac(folder, config, input, wiring);
            Aiger graph = Netlist.Of(folder, Designs.MacTop, [], Assertions.CellsOf(folder, "xrnpe_mac_checker.v", name));
            return Abc.Prove(folder, graph, graph.Bad.Single());
        }, input is not null);

    private static Proof NoX(CoprocConfig config, string broken = "", string? input = null, string wiring = "", bool always = false) => new(
        $"{config.Name}: no_x{broken}", "results depend on inputs since reset alone, not on what registers held before", "taint, PDR", folder =>
        {
            Designs.Mac(folder, config, input, wiring);
            string[] control = ["clk_i", .. MacPorts.Of(config).Where(p => !p.IsOutput).Select(p => p.Name).Except(DataPorts)];
            Aiger taint = Taint.Of(Netlist.Of(folder, Designs.MacTop, []), control, DataPorts, always);
            return Abc.Prove(folder, taint, taint.Bad.Single());
        }, broken.Length > 0);

    private static string UnitOf(CoprocConfig config) => config.Exponents == ExponentUnit.Cells ? "cells" : "adders";

    private static string Name(string name, bool isSabotaged) => isSabotaged ? name + ", broken" : name;
}
