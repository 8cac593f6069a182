namespace XrNpe.Synth;

/// <summary>The maps from yosys' cells to others.</summary>
internal static class Techmaps
{
    /// <summary>A map that the assembly holds.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(Techmaps).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the resource {name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Full adders onto a cell of the library.</summary>
    public static string Onto(FullAdderCell adder)
    {
        IReadOnlyList<string> inputs = adder.Cell.Inputs;
        string sum = adder.SumInverted ? "~" : "", carry = adder.CarryInverted ? "~" : "";
        return $"""
            (* techmap_celltype = "{YosysScript.FullAdder}" *)
            module _full_adder_cell (a_i, b_i, c_i, sum_o, carry_o);
              input a_i, b_i, c_i;
              output sum_o, carry_o;
              wire sum, carry;
              \{adder.Cell.Name} u (.{inputs[0]}(a_i), .{inputs[1]}(b_i), .{inputs[2]}(c_i), .{adder.Sum}(sum), .{adder.Carry}(carry));
              assign sum_o = {sum}sum;
              assign carry_o = {carry}carry;
            endmodule

            """;
    }
}
