namespace XrNpe.Vio;

/// <summary>A step of a lowered network: on the engine or on the host.</summary>
/// <param name="Node">The node of the network that it is; of an engine layer the one with the weights.</param>
/// <param name="Layer">The layer; null for a step on the host.</param>
public sealed record LoweredStep(Node Node, EngineLayer? Layer)
{
    /// <summary>The value that it gives.</summary>
    public string Output => Layer?.Output ?? Node.Name;

    /// <summary>The values that it takes.</summary>
    public IReadOnlyList<string> Inputs => Layer?.Inputs ?? Node.Inputs;

    /// <summary>
    /// A step on the host that only moves codes about: flatten, concat, slice, transpose, and the largest of some, which rounding does not change. Others
    /// compute with values.
    /// </summary>
    public bool MovesCodes => Layer is null && Node.Operator is Reshape or Vio.Transpose or Concat or Slice or Pool { IsMax: true };
}
