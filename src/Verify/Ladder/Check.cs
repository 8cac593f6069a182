using XrNpe.Coproc;

namespace XrNpe.Verify;

/// <summary>Something the ladder verifies.</summary>
/// <param name="rung">The rung it stands on, from 1.</param>
/// <param name="name">Its name.</param>
/// <param name="needsRtl">True when it simulates Verilog.</param>
internal abstract class Check(int rung, string name, bool needsRtl = false)
{
    /// <summary>The rung it stands on.</summary>
    public int Rung { get; } = rung;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>True when it simulates Verilog.</summary>
    public bool NeedsRtl { get; } = needsRtl;

    /// <summary>A program that it needs and that is not installed, or null.</summary>
    public virtual string? MissingTool => NeedsRtl ? VerilatedBuilder.MissingTool : null;

    /// <summary>Looks at its cases.</summary>
    /// <exception cref="CheckFailedException">A case is wrong.</exception>
    public abstract void Run(CheckRun run);
}
