using System.Globalization;
using System.Text.RegularExpressions;
using XrNpe.Coproc;
using XrNpe.Rtlgen;

namespace XrNpe.Synth;

/// <summary>The netlist of a MAC, made ready for simulation.</summary>
public static partial class GateNetlist
{
    private const string Mac = "xrnpe_mac", Inner = "xrnpe_mac_gates";

    /// <summary>
    /// The netlist, and around it a module <c>xrnpe_mac</c>. Its outputs are late by 1 ns: gates without delay change in the very moment of the
    /// clock edge, and a bench that samples at that edge would see the old or the new value, as the simulator likes.
    /// </summary>
    /// <param name="config">What the MAC was generated from.</param>
    /// <param name="netlist">The netlist.</param>
    public static string Wrapped(CoprocConfig config, string netlist)
    {
        IReadOnlyList<MacPort> ports = MacPorts.Of(config);
        string declarations = string.Concat(ports.Select(port => $",\n  {(port.IsOutput ? "output" : "input ")} wire {Range(port)}{port.Name}"));
        string wires = string.Concat(ports.Where(port => port.IsOutput).Select(port => $"  wire {Range(port)}{port.Name}_now;\n  assign #1 {port.Name} = {port.Name}_now;\n"));
        string connections = string.Concat(ports.Select(port => $",\n    .{port.Name} ({port.Name}{(port.IsOutput ? "_now" : "")})"));
        return $"`timescale 1ns / 1ps\n{MacModule().Replace(netlist, $"module {Inner}(")}\nmodule {Mac} (\n  input  wire clk_i,\n  input  wire rst_ni{declarations}\n);\n"
            + $"{wires}  {Inner} u_gates (\n    .clk_i (clk_i),\n    .rst_ni (rst_ni){connections}\n  );\nendmodule\n";
    }

    private static string Range(MacPort port) => port.Width == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{port.Width - 1}:0] ");

    [GeneratedRegex(@"^module xrnpe_mac\s*\(", RegexOptions.Multiline)]
    private static partial Regex MacModule();
}
