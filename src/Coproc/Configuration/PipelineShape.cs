namespace XrNpe.Coproc;

/// <summary>
/// Where the datapath has registers, by pipeline depth: the one definition of its latencies, for Verilog, emulator and documents.
/// The quire is always a register and belongs to no depth.
/// </summary>
/// <param name="Depth">The depth, 0 to <see cref="Deepest"/>.</param>
public readonly record struct PipelineShape(int Depth)
{
    /// <summary>The largest depth.</summary>
    public const int Deepest = 6;

    /// <summary>Cycles from a sum to the same with its channel's bias, in <c>xrnpe_bias</c>; at every depth.</summary>
    public const int BiasLatency = 1;

    /// <summary>Cycles from a sum to its activated one, in <c>xrnpe_activate</c>; at every depth.</summary>
    public const int ActivateLatency = 2;

    /// <summary>Decoded operands are registered.</summary>
    public bool Operand => Depth >= 2;

    /// <summary>The multiplier's partial sums are registered, before their carries are resolved.</summary>
    public bool Partial => Depth >= 4;

    /// <summary>Products are registered.</summary>
    public bool Product => Depth >= 1;

    /// <summary>Products are registered between fine and coarse alignment.</summary>
    public bool Fine => Depth >= 5;

    /// <summary>The addend of the quire is registered.</summary>
    public bool Addend => Depth >= 3;

    /// <summary>The finished sum is registered, its carries resolved, before it is normalised.</summary>
    public bool Sum => Depth >= 3;

    /// <summary>The sum is registered between coarse and fine normalisation.</summary>
    public bool Coarse => Depth >= 4;

    /// <summary>The normalised value is registered before it is rounded.</summary>
    public bool Normal => Depth >= 2;

    /// <summary>The rounder is registered between its shifter and its adder.</summary>
    public bool Shifted => Depth >= 6;

    /// <summary>Results are registered.</summary>
    public bool Result => Depth >= 1;

    /// <summary>Cycles from the operands of a processing element to its quire, the quire's register included.</summary>
    public int ElementLatency => Count(Partial) + Count(Product) + Count(Fine) + Count(Addend) + 1;

    /// <summary>Cycles from a finished quire to the result of <c>xrnpe_output</c>.</summary>
    public int OutputLatency => Count(Sum) + Count(Coarse) + Count(Normal) + Count(Shifted) + Count(Result);

    /// <summary>Cycles from the last words of a dot product into <c>xrnpe_mac</c> to its result.</summary>
    public int MacLatency => Count(Operand) + ElementLatency + OutputLatency;

    private static int Count(bool register) => register ? 1 : 0;
}
