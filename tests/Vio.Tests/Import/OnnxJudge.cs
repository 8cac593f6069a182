using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace XrNpe.Vio.Tests;

/// <summary>Compares networks with what ONNX Runtime computes.</summary>
internal static class OnnxJudge
{
    private const double Tolerance = 1e-4;

    /// <summary>Saves a model, imports it, and runs both on the same random inputs.</summary>
    /// <returns>The imported network.</returns>
    public static Network AssertSame(OnnxModelBuilder builder, int seed = 1)
    {
        using var scratch = new Scratch();
        string path = builder.Save(scratch);
        Network network = OnnxImporter.Read(path);
        AssertSame(network, path, Inputs(network, seed));
        return network;
    }

    /// <summary>Runs a network and an ONNX file on the same inputs; both must give the same outputs, in the same order.</summary>
    public static void AssertSame(Network network, string path, IReadOnlyDictionary<string, RealTensor> inputs)
    {
        IReadOnlyDictionary<string, RealTensor> values = network.Evaluate(inputs);
        (int[] Shape, double[] Data)[] expected = Run(path, inputs);
        Assert.Equal(expected.Length, network.Outputs.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            RealTensor actual = values[network.Outputs[i]];
            Assert.Equal(OnnxValue.Batchless(expected[i].Shape), actual.Shape);
            AssertClose(expected[i].Data, actual.Data, network.Outputs[i]);
        }
    }

    /// <summary>Equal up to rounding of floats: to the largest of all.</summary>
    public static void AssertClose(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Select(Math.Abs).DefaultIfEmpty().Max();

        // A NaN is the worst of all, and not the least as in the order of doubles.
        int worst = Enumerable.Range(0, actual.Length).MaxBy(i => double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(expected[i] - actual[i]));
        double error = Math.Abs(expected[worst] - actual[worst]);
        Assert.True(error <= Tolerance * largest, $"{what}[{worst}] is {actual[worst]}, ONNX Runtime says {expected[worst]}; the largest is {largest}");
    }

    /// <summary>Random values for all inputs of a network.</summary>
    public static Dictionary<string, RealTensor> Inputs(Network network, int seed)
    {
        var random = new Random(seed);
        return network.Inputs.ToDictionary(input => input.Name, input => new RealTensor(input.Shape, Reals(random, RealTensor.Count(input.Shape))));
    }

    /// <summary>Floats from −1 to 1: exact in a double.</summary>
    public static double[] Reals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];

    /// <summary>What ONNX Runtime gives for a batch of 1.</summary>
    public static (int[] Shape, double[] Data)[] Run(string path, IReadOnlyDictionary<string, RealTensor> inputs)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(path, options);
        NamedOnnxValue[] feeds = [.. session.InputMetadata.Keys.Where(inputs.ContainsKey).Select(name => NamedOnnxValue.CreateFromTensor(
            name, new DenseTensor<float>(Array.ConvertAll(inputs[name].Data, x => (float)x), [1, .. inputs[name].Shape])))];
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(feeds);
        return [.. results.Select(result => (result.AsTensor<float>().Dimensions.ToArray(), result.AsTensor<float>().Select(x => (double)x).ToArray()))];
    }
}
