using System.Globalization;
using System.Reflection;
using System.Text;
using XrNpe.Arith;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Proof;

/// <summary>Writes what is proven into a folder: generated Verilog with a top of the proof's own around it.</summary>
internal static class Designs
{
    /// <summary>Macro that breaks a top's copy on purpose.</summary>
    public const string Sabotage = "SABOTAGE";

    /// <summary>Top of the MAC.</summary>
    public const string MacTop = "mac_formal";

    /// <summary>The Verilog of a unit, and a top out of this assembly.</summary>
    public static void Module(string folder, CoprocConfig config, string top)
    {
        Verilog(folder, Generator.Generate(config, Unit.Mac));
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(top + ".v")
            ?? throw new InvalidOperationException($"no {top}.v is embedded");
        using FileStream file = File.Create(Path.Combine(folder, top + ".v"));
        stream.CopyTo(file);
    }

    /// <summary>The decoder beside the golden model's truth table; <c>bad</c> is a word of the format that they decode differently.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="config">Configuration.</param>
    /// <param name="info">The format.</param>
    public static void Decoder(string folder, CoprocConfig config, FormatInfo info)
    {
        Verilog(folder, Generator.Generate(config, Unit.Mac));
        string buses = string.Join("\n", Enumerable.Range(0, info.Lanes).Select(lane => string.Create(
            CultureInfo.InvariantCulture,
            $"""
              wire [34:0] value_{lane}, care_{lane};
              golden_value_{lane} u_value_{lane} (.x({"{"}lanes[{lane}], word[{(lane * info.Bits) + info.Bits - 1}:{lane * info.Bits}]{"}"}), .y(value_{lane}));
              golden_care_{lane} u_care_{lane} (.x({"{"}lanes[{lane}], word[{(lane * info.Bits) + info.Bits - 1}:{lane * info.Bits}]{"}"}), .y(care_{lane}));
            """)));
        string Join(string name, string by) => string.Join($" {by} ", Enumerable.Range(0, info.Lanes).Select(lane => string.Create(CultureInfo.InvariantCulture, $"{name}_{lane}")));
        var text = new StringBuilder();
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            int low = lane;
            ulong Value(int x) => OperandBus.Decode(info.Format, (ushort)((uint)(x & (int)info.Mask) << (low * info.Bits)), (x >> info.Bits) << low);
            text.Append(DecisionDiagram.Module($"golden_value_{lane}", info.Bits + 1, OperandBus.Bits, Value));
            text.Append(DecisionDiagram.Module($"golden_care_{lane}", info.Bits + 1, OperandBus.Bits, x => Care(info, low, Value(x))));
        }

        text.Append(CultureInfo.InvariantCulture, $$"""
            module decoder (input wire [15:0] word, input wire [3:0] lanes, output wire bad);
            {{buses}}
              wire [34:0] operand;
              xrnpe_decode u_decode (.format_i(2'd{{(int)info.Format}}), .word_i(word), .lane_valid_i(lanes), .operand_o(operand));
              wire [34:0] value = {{Join("value", "|")}};
              // Once a lane is NaR, nothing but that counts.
              wire [34:0] care = value[34] ? 35'h400000000 : {{Join("care", "&")}};
            `ifdef SABOTAGE
              wire is_wrong = lanes[0] && word[{{info.Bits - 1}}:0] == 2;
              assign bad = ((operand ^ value ^ {34'd0, is_wrong}) & care) != 35'd0;
            `else
              assign bad = ((operand ^ value) & care) != 35'd0;
            `endif
            endmodule

            """);
        File.WriteAllText(Path.Combine(folder, "decoder.v"), text.ToString());
    }

    /// <summary>The MAC with its checker, its reset active in the first cycle and never again.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="config">Configuration.</param>
    /// <param name="input">An input of the MAC that is wired wrongly, or null.</param>
    /// <param name="wiring">What it gets.</param>
    public static void Mac(string folder, CoprocConfig config, string? input = null, string wiring = "")
    {
        Verilog(folder, Generator.Generate(config, Unit.Mac).Concat(MacBench.Checkers(config)));
        if (input is not null)
        {
            string path = Path.Combine(folder, MacBench.Checked + ".v");
            string whole = File.ReadAllText(path);
            int at = whole.IndexOf($"({input})", StringComparison.Ordinal);
            File.WriteAllText(path, string.Concat(whole.AsSpan(0, at), $"({wiring})", whole.AsSpan(at + input.Length + 2)));
        }

        IReadOnlyList<MacPort> ports = MacPorts.Of(config);
        string declared = string.Join(", ", ports.Select(p => string.Create(
            CultureInfo.InvariantCulture, $"{(p.IsOutput ? "output" : "input")} wire [{p.Width - 1}:0] {p.Name}")));
        string connected = string.Join(", ", ports.Select(p => $".{p.Name}({p.Name})"));
        File.WriteAllText(
            Path.Combine(folder, MacTop + ".v"),
            $"""
            module {MacTop} (input wire clk_i, {declared});
              reg running = 1'b0;
              always @(posedge clk_i) running <= 1'b1;
              {MacBench.Checked} u_checked (.clk_i(clk_i), .rst_ni(running), {connected}, .failed_o());
            endmodule

            """);
    }

    /// <summary>All but the exponents of zeros.</summary>
    private static ulong Care(FormatInfo info, int lane, ulong value)
    {
        const ulong All = (1ul << OperandBus.Bits) - 1;
        bool isZero = OperandBus.Significands(value) == 0;
        int width = info.Lanes == 1 ? OperandBus.ExponentBits : info.Bits;
        return isZero ? All & ~(((1ul << width) - 1) << (OperandBus.SignificandBits + (lane * info.Bits))) : All;
    }

    private static void Verilog(string folder, IEnumerable<GeneratedFile> files)
    {
        foreach (GeneratedFile file in files.Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal)))
        {
            File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
        }
    }
}
