namespace XrNpe.Coproc;

/// <summary>A program that Verilated simulation needs is not installed. The message is one line and says how to install it.</summary>
public sealed class ToolMissingException(string tool) : Exception(
    $"{tool} is not installed, and simulating the RTL needs it: apt-get install verilator g++ make")
{
    /// <summary>The program.</summary>
    public string Tool { get; } = tool;
}

/// <summary>The Verilog or the shim did not compile.</summary>
public sealed class VerilatedBuildException(string command, string output) : Exception($"{command} failed:\n{output}")
{
    /// <summary>The program that failed.</summary>
    public string Command { get; } = command;

    /// <summary>What it printed.</summary>
    public string Output { get; } = output;
}
