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

    /// <summary>Top of the grid.</summary>
    public const string GridTop = "xrnpe_rmmec_grid";

    /// <summary>The Verilog of a unit, and a top out of this assembly.</summary>
    public static void Module(string folder, CoprocConfig config, string top)
    {
        Verilog(folder, Generator.Generate(config, Unit.Mac));
        File.WriteAllText(Path.Combine(folder, top + ".v"), Resource(top + ".v"));
    }

    /// <summary>The multiplier's grid; <c>bad_o</c> is a cell outside the mode whose partial product is not zero.</summary>
    public static void Grid(string folder, CoprocConfig config)
    {
        Verilog(folder, Generator.Generate(config, Unit.Mac));
        string path = Path.Combine(folder, GridTop + ".v");
        string text = File.ReadAllText(path);
        text = Replace(text, "  output wire [27:0] sum_o,", "  output wire bad_o,\n  output wire [27:0] sum_o,");
        File.WriteAllText(path, Replace(text, "endmodule", Resource("dark_cells.v") + "\nendmodule"));
    }

    /// <summary>The decoder beside the golden model's truth table; <c>bad</c> is a word of the format that they decode differently.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="config">Configuration.</param>
    /// <param name="info">The format.</param>
    public static void Decoder(string folder, CoprocConfig config, FormatInfo info)
    {
        Verilog(folder, Generator.Generate(config, Unit.Mac));
        ExponentCoding coding = config.Exponents == ExponentUnit.Cells ? ExponentCoding.Offset : ExponentCoding.Distance;
        var text = new StringBuilder();
        var instances = new StringBuilder();
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            // A table for each lane, of its code and whether it counts: lanes are independent, but for NaR.
            int i = lane, low = lane * info.Bits;
            ulong Value(int x) => OperandBus.Decode(info.Format, (ushort)((uint)(x & (int)info.Mask) << low), (x >> info.Bits) << i, coding);
            text.Append(DecisionDiagram.Module($"golden_value_{lane}", info.Bits + 1, OperandBus.Bits, x => Value(x) & Care(info, i, Value(x))));
            text.Append(DecisionDiagram.Module($"golden_care_{lane}", info.Bits + 1, OperandBus.Bits, x => Care(info, i, Value(x))));
            instances.Append(CultureInfo.InvariantCulture, $$"""
                  wire [34:0] value_{{lane}};
                  wire [34:0] care_{{lane}};
                  wire [{{info.Bits}}:0] x_{{lane}} = {lanes[{{lane}}], word[{{low + info.Bits - 1}}:{{low}}]};
                  golden_value_{{lane}} u_value_{{lane}} (.x(x_{{lane}}), .y(value_{{lane}}));
                  golden_care_{{lane}} u_care_{{lane}} (.x(x_{{lane}}), .y(care_{{lane}}));

                """);
        }

        string Any(string name) => string.Join(" | ", Enumerable.Range(0, info.Lanes).Select(lane => string.Create(CultureInfo.InvariantCulture, $"{name}_{lane}")));
        text.Append(CultureInfo.InvariantCulture, $$"""
            module decoder (input wire [15:0] word, input wire [3:0] lanes, output wire bad);
            {{instances}}
              wire [34:0] operand;
              xrnpe_decode u_decode (.format_i(2'd{{(int)info.Format}}), .word_i(word), .lane_valid_i(lanes), .operand_o(operand));
              wire [34:0] value = {{Any("value")}};
              // Once a lane is NaR, nothing but that counts.
              wire [34:0] care = value[34] ? 35'h400000000 : {{Any("care")}};
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
            File.WriteAllText(path, Replace(File.ReadAllText(path), $"({input})", $"({wiring})"));
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

    /// <summary>The bits that a lane answers for: NaR, the significands, and its sign and exponent unless it is zero.</summary>
    private static ulong Care(FormatInfo info, int lane, ulong value)
    {
        ulong bits = (1ul << OperandBus.SignificandBits) - 1;
        bits |= 1ul << (OperandBus.Bits - 1);
        ulong sign = 1ul << (OperandBus.SignificandBits + OperandBus.ExponentBits + OperandBus.SignBit(info, lane));

        // Of p16 one bit more, which is 0: the multiplier adds it.
        int width = info.Lanes == 1 ? OperandBus.WideExponentBits + 1 : OperandBus.SlotBits;
        ulong exponent = ((1ul << width) - 1) << (OperandBus.SignificandBits + (OperandBus.SlotBits * OperandBus.Slot(info, lane)));
        return OperandBus.Significands(value) == 0 ? bits : bits | sign | exponent;
    }

    private static string Replace(string text, string old, string by)
    {
        int at = text.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"no \"{old}\" in what is to be proven") : string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + old.Length));
    }

    /// <summary>Verilog that is embedded in this assembly.</summary>
    public static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no {name} is embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Verilog(string folder, IEnumerable<GeneratedFile> files)
    {
        foreach (GeneratedFile file in files.Where(f => f.Path.EndsWith(".v", StringComparison.Ordinal)))
        {
            File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
        }
    }
}
