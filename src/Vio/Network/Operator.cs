namespace XrNpe.Vio;

/// <summary>
/// What a node computes, in double: the reference that the quantized network is compared with. Parameters are those of evaluation: BatchNorm with
/// its running statistics, no dropout.
/// </summary>
public abstract record Operator
{
    /// <summary>What it is called in messages and tables: <c>conv 3×3 / 2, 8 → 16</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Parameters that were learnt.</summary>
    public virtual long Parameters => 0;

    /// <summary>The shape of its value.</summary>
    /// <param name="inputs">Shapes of its inputs.</param>
    /// <exception cref="ShapeException">The inputs do not fit.</exception>
    public abstract int[] OutputShape(IReadOnlyList<int[]> inputs);

    /// <summary>Computes its value.</summary>
    /// <param name="inputs">Values that <see cref="OutputShape"/> accepts.</param>
    public abstract RealTensor Evaluate(IReadOnlyList<RealTensor> inputs);

    /// <summary>The only input of an operator that takes one.</summary>
    /// <exception cref="ShapeException">There are more or fewer.</exception>
    protected static T Single<T>(IReadOnlyList<T> inputs) =>
        inputs.Count == 1 ? inputs[0] : throw new ShapeException($"it takes one input and got {inputs.Count}");

    /// <summary>Both inputs of an operator that takes two.</summary>
    /// <exception cref="ShapeException">There are more or fewer.</exception>
    protected static (T First, T Second) Pair<T>(IReadOnlyList<T> inputs) =>
        inputs.Count == 2 ? (inputs[0], inputs[1]) : throw new ShapeException($"it takes two inputs and got {inputs.Count}");
}

/// <summary>Shapes that do not fit an operator; <see cref="Network"/> adds which node it is.</summary>
public sealed class ShapeException(string message) : Exception(message);
