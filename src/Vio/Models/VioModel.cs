namespace XrNpe.Vio;

/// <summary>A network together with what its inputs are: two stacked frames and, for most, an IMU window.</summary>
public sealed class VioModel
{
    private readonly string _images;
    private readonly string? _imu;

    private VioModel(Network network, string images, string? imu)
    {
        Network = network;
        _images = images;
        _imu = imu;
    }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>Channels of a frame: 1 for grey, 3 for colour.</summary>
    public int Channels => Network.Shape(_images)[0] / 2;

    /// <summary>Height of a frame in pixels.</summary>
    public int Height => Network.Shape(_images)[1];

    /// <summary>Width of a frame in pixels.</summary>
    public int Width => Network.Shape(_images)[2];

    /// <summary>A network by name or out of an ONNX file, with its weights: see <see cref="Networks.Open"/>.</summary>
    /// <exception cref="InputException">It cannot be opened, or is no network for frame pairs.</exception>
    public static VioModel Open(string network, string? weights) => Of(Networks.Open(network, weights));

    /// <summary>Finds out which of a network's inputs is which.</summary>
    /// <exception cref="InputException">It is no network for frame pairs; the message says what it has and what would be right.</exception>
    public static VioModel Of(Network network)
    {
        NetworkInput? images = network.Inputs.FirstOrDefault(input => input.Shape is [2 or 6, > 1, > 1]);
        NetworkInput? imu = network.Inputs.FirstOrDefault(input => IsImu(input.Shape));
        bool pose = network.Outputs.Count == 1 && RealTensor.Count(network.Shape(network.Outputs[0])) == VioInputs.PoseNumbers;
        if (images is null || !pose || network.Inputs.Count != (imu is null ? 1 : 2))
        {
            string has = string.Join(", ", network.Inputs.Select(input => $"{input.Name} {Network.Text(input.Shape)}"));
            string gives = string.Join(", ", network.Outputs.Select(output => $"{output} {Network.Text(network.Shape(output))}"));
            throw new InputException(
                $"{network.Name} takes {has} and gives {gives}, without the batch: a VIO network takes two stacked frames, (2, height, width) grey or (6, height, width) RGB, "
                + $"and an IMU window, ({VioInputs.ImuAxes}, {VioInputs.ImuSamples}) or ({VioInputs.ImuSamples}, {VioInputs.ImuAxes}), or none, and gives {VioInputs.PoseNumbers} numbers");
        }

        return new VioModel(network, images.Name, imu?.Name);
    }

    /// <summary>What the network is given for a frame pair.</summary>
    public IReadOnlyDictionary<string, RealTensor> Inputs(ISensorSequence sequence, int pair)
    {
        byte[][] frames = [.. Enumerable.Range(pair, 2).Select(frame => sequence.Frame(frame, Width, Height, Channels).Pixels)];
        var inputs = new Dictionary<string, RealTensor> { [_images] = VioInputs.StackFrames(frames, Channels, Height, Width) };
        if (_imu is not null)
        {
            double[] samples = sequence.Imu(pair);
            int[] shape = Network.Shape(_imu);
            inputs.Add(_imu, shape[0] == VioInputs.ImuAxes ? VioInputs.ImuWindow(samples) : new RealTensor(shape, samples));
        }

        return inputs;
    }

    private static bool IsImu(int[] shape) => shape is [VioInputs.ImuAxes, VioInputs.ImuSamples] or [VioInputs.ImuSamples, VioInputs.ImuAxes]
        || (shape.Length == 1 && shape[0] == VioInputs.ImuAxes * VioInputs.ImuSamples);
}
