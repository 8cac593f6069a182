using System.Globalization;

namespace XrNpe.Vio;

/// <summary>Writes any sequence as <see cref="KittiSequence"/> reads it, each file whole or not at all, the IMU file last.</summary>
public static class KittiWriter
{
    /// <summary>Writes <c>sequences/NN/image_2/*.png</c>, <c>sequences/NN/times.txt</c>, <c>poses/NN.txt</c> (where poses are known), <c>imus/NN.mat</c>.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <param name="name">Name of the sequence there, such as <c>00</c>.</param>
    /// <param name="width">Columns of the frames.</param>
    /// <param name="height">Rows of the frames.</param>
    /// <param name="channels">1 for grey, 3 for colour.</param>
    /// <param name="frameRate">Frames a second, for the times.</param>
    /// <param name="progress">Is told how many frames are written.</param>
    /// <exception cref="InputException">There is such a sequence already, or a file cannot be written.</exception>
    public static void Write(
        ISensorSequence sequence, string folder, string name, int width, int height, int channels, double frameRate = 10, Action<int>? progress = null)
    {
        string sequenceFolder = Path.Combine(folder, "sequences", name);
        string posesFile = Path.Combine(folder, "poses", name + ".txt"), imuFile = Path.Combine(folder, "imus", name + ".mat");
        foreach (string there in new[] { sequenceFolder, posesFile, imuFile })
        {
            if (Path.Exists(there)) throw new InputException($"{there} is already there: remove it, or choose another name for the sequence");
        }

        string images = Folder(sequenceFolder, "image_2");
        for (int i = 0; i < sequence.FrameCount; i++)
        {
            string file = Path.Combine(images, i.ToString("d6", CultureInfo.InvariantCulture) + ".png");
            PngFrames.Write(file, sequence.Frame(i, width, height, channels));
            progress?.Invoke(i + 1);
        }

        string times = string.Concat(Enumerable.Range(0, sequence.FrameCount).Select(i => (i / frameRate).ToString("0.000000e+00", CultureInfo.InvariantCulture) + "\n"));
        OutputFile.WriteText(Path.Combine(sequenceFolder, "times.txt"), times);
        Folder(folder, "poses");
        Folder(folder, "imus");
        if (sequence.Poses is { } poses) KittiPoses.Write(posesFile, poses);
        double[] imu = Imu(sequence);
        MatFile.Write(imuFile, KittiSequence.ImuVariable, imu.Length / ISensorSequence.ImuChannels, ISensorSequence.ImuChannels, imu);
    }

    /// <summary>The windows in a row: the last sample of a pair is the first of the next.</summary>
    private static double[] Imu(ISensorSequence sequence)
    {
        const int Step = KittiSequence.RowsPerPair * ISensorSequence.ImuChannels;
        double[] rows = new double[(sequence.PairCount * Step) + ISensorSequence.ImuChannels];
        for (int pair = 0; pair < sequence.PairCount; pair++) sequence.Imu(pair).CopyTo(rows, pair * Step);
        return rows;
    }

    private static string Folder(params string[] parts)
    {
        string folder = Path.Combine(parts);
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be made: {e.Message}", e);
        }
    }
}
