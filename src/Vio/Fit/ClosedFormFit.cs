namespace XrNpe.Vio;

/// <summary>
/// Weights for <see cref="UlVioSmall"/> without training: random convolutions, each followed by a BatchNorm of what it gives on the training pairs, and
/// last layers that ridge regression fits. One strand of the linear layers carries the best linear guess through to the end, x as the pair x and −x,
/// whose leaky ReLUs add up to 1.1 x again; all others carry random mixtures, on which the last layer is fitted.
/// </summary>
public sealed class ClosedFormFit
{
    private const int Poses = VioInputs.PoseNumbers;

    /// <summary>Leaky ReLU of x minus that of −x is x times this.</summary>
    private const double Regained = 1 + UlVioFamily.Slope;

    private readonly HashRandom _random;
    private readonly FitParameters _parameters;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, RealTensor>> _inputs;
    private readonly double[][] _targets;

    private ClosedFormFit(int seed, IReadOnlyList<IReadOnlyDictionary<string, RealTensor>> inputs, IReadOnlyList<RelativePose> truth)
    {
        _random = new HashRandom(seed, WorldSeed.Fit);
        _parameters = new FitParameters(First);
        _inputs = inputs;
        _targets = [.. truth.Select(pose => pose.ToNumbers())];
    }

    /// <summary>Fits the network.</summary>
    /// <param name="inputs">The network's inputs for each training pair.</param>
    /// <param name="truth">The motion of each.</param>
    /// <param name="seed">Of the random weights.</param>
    /// <param name="progress">Told which layer is next and which part of all is done, or null.</param>
    /// <returns>The parameters, by name, as in a state dict.</returns>
    public static IReadOnlyList<(string Name, int[] Shape, double[] Data)> Run(
        IReadOnlyList<IReadOnlyDictionary<string, RealTensor>> inputs, IReadOnlyList<RelativePose> truth, int seed, Action<string, double>? progress = null)
    {
        var fit = new ClosedFormFit(seed, inputs, truth);
        Network network = UlVioSmall.Create(fit._parameters);
        fit.SetNorms(network, progress);
        fit.FitHeads(progress);
        fit.FitDecoder(progress);
        return fit._parameters.All;
    }

    /// <summary>First values: convolutions random, those of the frames filters for motion; norms the identity; all else 0.</summary>
    private double[] First(string name, int[] shape)
    {
        int count = RealTensor.Count(shape);
        if (name.EndsWith("running_var", StringComparison.Ordinal) || (shape.Length == 1 && name.EndsWith("weight", StringComparison.Ordinal))) return [.. Enumerable.Repeat(1.0, count)];
        if (shape.Length < 3) return new double[count];
        if (name == "visual_encoder.conv1.conv.weight") return MotionFilters.Of(shape, _random);
        int terms = count / shape[0];
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => _random.Normal() * Math.Sqrt(2.0 / terms))];
        // Nearly the same weight for all pixels of a kernel: what the first layer saw is to be gathered, not sharpened.
        const double Common = 0.7;
        int kernel = RealTensor.Count([.. shape.Skip(2)]);
        for (int start = 0; start < count && shape.Length == 4; start += kernel)
        {
            double common = _random.Normal() * Math.Sqrt(2.0 / terms);
            for (int i = start; i < start + kernel; i++) weights[i] = (Common * common) + ((1 - Common) * weights[i]);
        }

        return weights;
    }

    /// <summary>Running statistics of every BatchNorm, one after the other, since each changes what the next sees.</summary>
    private void SetNorms(Network network, Action<string, double>? progress)
    {
        // A few pairs tell mean and variance of a channel well enough: each has hundreds of pixels.
        const int Pairs = 48;
        IReadOnlyList<int> chosen = CalibrationSet.Spread(_inputs.Count, Pairs);
        Node[] norms = [.. network.Nodes.Where(node => node.Operator is BatchNorm)];
        for (int i = 0; i < norms.Length; i++)
        {
            progress?.Invoke(norms[i].Name, (double)i / norms.Length);
            RealTensor[] values = Values(norms[i].Inputs[0], chosen);
            int channels = values[0].Shape[0], inner = RealTensor.Inner(values[0].Shape);
            double[] mean = _parameters[$"{norms[i].Name}.running_mean"], variance = _parameters[$"{norms[i].Name}.running_var"];
            Parallel.For(0, channels, channel =>
            {
                double[] all = [.. values.SelectMany(value => value.Data.AsSpan(channel * inner, inner).ToArray())];
                double average = all.Average();
                mean[channel] = average;
                variance[channel] = all.Average(x => (x - average) * (x - average));
            });
        }
    }

    /// <summary>The heads of both encoders: the first outputs are the parts of the best linear guess, the others random mixtures.</summary>
    private void FitHeads(Action<string, double>? progress)
    {
        progress?.Invoke("visual_encoder.visual_head", 0);
        double[][] visual = Vectors("visual_encoder.flatten"), inertial = Vectors("inertial_encoder.flatten");
        Spread targets = Spread.Of(_targets);
        double[][] both = [.. visual.Zip(inertial, (v, i) => (double[])[.. v, .. i])];
        (double[] weights, double[] bias) = Ridge.Fit(both, [.. _targets.Select(targets.Standardized)]);
        SetHead("visual_encoder.visual_head", visual, UlVioSmall.VisualFeatures, 0, bias);
        SetHead("inertial_encoder.proj", inertial, UlVioSmall.InertialFeatures, visual[0].Length, new double[Poses]);

        void SetHead(string name, double[][] features, int outputs, int start, double[] offset)
        {
            Mix(name, features, outputs);
            int inputs = features[0].Length;
            for (int pose = 0; pose < Poses; pose++)
            {
                weights.AsSpan((pose * both[0].Length) + start, inputs).CopyTo(_parameters[$"{name}.weight"].AsSpan(pose * inputs));
                _parameters[$"{name}.bias"][pose] = offset[pose];
            }
        }
    }

    /// <summary>The decoder: the strand of the linear guess, random mixtures beside it, and the last layer on both.</summary>
    private void FitDecoder(Action<string, double>? progress)
    {
        progress?.Invoke("pose_net", 0);
        Mix("pose_net.mlp.0", Vectors("pose_net.fuse"), UlVioSmall.Hidden);
        Strand("pose_net.mlp.0", (weight, row, sign, pose) => weight(row, pose) = weight(row, UlVioSmall.VisualFeatures + pose) = sign, signed: true);
        Mix("pose_net.mlp.2", Vectors("pose_net.mlp.1"), UlVioSmall.Hidden);
        Strand("pose_net.mlp.2", (weight, row, _, pose) => (weight(row, pose), weight(row, Poses + pose)) = (1 / Regained, -1 / Regained), signed: false);
        Mix("pose_net.regressor.0", Vectors("pose_net.mlp.2"), UlVioSmall.Hidden);
        Strand("pose_net.regressor.0", (weight, row, sign, pose) => weight(row, pose) = sign, signed: true);
        progress?.Invoke("pose_net.regressor.2", 0.9);
        (double[] weights, double[] bias) = Ridge.Fit(Vectors("pose_net.regressor.1"), _targets);
        weights.CopyTo(_parameters["pose_net.regressor.2.weight"], 0);
        bias.CopyTo(_parameters["pose_net.regressor.2.bias"], 0);
    }

    private delegate ref double Weight(int row, int column);

    /// <summary>The rows that carry the linear guess: one for each number, or, before a leaky ReLU, one for it and one for its negative.</summary>
    private void Strand(string name, Action<Weight, int, double, int> set, bool signed)
    {
        double[] weights = _parameters[$"{name}.weight"], bias = _parameters[$"{name}.bias"];
        int inputs = weights.Length / bias.Length;
        for (int row = 0; row < (signed ? 2 : 1) * Poses; row++)
        {
            weights.AsSpan(row * inputs, inputs).Clear();
            bias[row] = 0;
            set((r, column) => ref weights[(r * inputs) + column], row, row < Poses ? 1 : -1, row % Poses);
        }
    }

    /// <summary>Random mixtures of features, each in units of its spread, with random offsets.</summary>
    private void Mix(string name, double[][] features, int outputs)
    {
        Spread spread = Spread.Of(features);
        int inputs = features[0].Length;
        double[] weights = _parameters[$"{name}.weight"], bias = _parameters[$"{name}.bias"];
        for (int row = 0; row < outputs; row++)
        {
            bias[row] = _random.Normal() / 2;
            for (int input = 0; input < inputs; input++)
            {
                double weight = _random.Normal() / Math.Sqrt(inputs) / spread.Deviation[input];
                weights[(row * inputs) + input] = weight;
                bias[row] -= weight * spread.Mean[input];
            }
        }
    }

    /// <summary>A value of the network as it is now, for every training pair.</summary>
    private double[][] Vectors(string value) => [.. Values(value, [.. Enumerable.Range(0, _inputs.Count)]).Select(tensor => tensor.Data)];

    private RealTensor[] Values(string value, IReadOnlyList<int> pairs)
    {
        Network network = UlVioSmall.Create(_parameters).Until(value);
        var values = new RealTensor[pairs.Count];
        Parallel.For(0, values.Length, i => values[i] = network.Evaluate(_inputs[pairs[i]])[value]);
        return values;
    }
}
