namespace XrNpe.Vio;

/// <summary>Something that a network is given.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="Shape">Without the batch.</param>
public sealed record NetworkInput(string Name, int[] Shape);

/// <summary>One step of a network; its value has its name.</summary>
/// <param name="Name">As in the network's state dict.</param>
/// <param name="Operator">What it computes.</param>
/// <param name="Inputs">Names of the values it takes.</param>
public sealed record Node(string Name, Operator Operator, IReadOnlyList<string> Inputs);
