using System.Globalization;

namespace XrNpe.Vio;

/// <summary>The IMU of the ASL layout, <c>imu0/data.csv</c>: wx wy wz (rad/s), ax ay az (m/s²) a line.</summary>
internal sealed class AslImu
{
    private const int Half = ISensorSequence.ImuChannels / 2;
    private readonly AslTable _table;
    private readonly double[][] _samples;

    private AslImu(AslTable table)
    {
        _table = table;
        _samples = [.. Enumerable.Range(0, table.Count).Select(row => table.Numbers(row, ISensorSequence.ImuChannels))];
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It cannot be used: the message names file and line.</exception>
    public static AslImu Read(string path) => new(AslTable.Read(path, ISensorSequence.ImuChannels));

    /// <summary>Samples from one time to another, both included, linear between those of the file: 11×6, ax ay az wx wy wz.</summary>
    /// <param name="from">ns.</param>
    /// <param name="to">ns.</param>
    /// <param name="frames">What lies at the two times, for messages.</param>
    /// <exception cref="InputException">The file does not cover them.</exception>
    public double[] Window(long from, long to, string frames)
    {
        double[] window = new double[ISensorSequence.ImuSamples * ISensorSequence.ImuChannels];
        double step = (to - from) / (double)(ISensorSequence.ImuSamples - 1);
        for (int i = 0; i < ISensorSequence.ImuSamples; i++)
        {
            double time = i < ISensorSequence.ImuSamples - 1 ? from - _table.Times[0] + (i * step) : to - _table.Times[0];
            (int row, double part) = _table.Find(time) ?? throw Short(from, to, frames);
            double[] a = _samples[row], b = _samples[Math.Min(row + 1, _samples.Length - 1)];
            for (int channel = 0; channel < ISensorSequence.ImuChannels; channel++)
            {
                int source = (channel + Half) % ISensorSequence.ImuChannels;
                window[(i * ISensorSequence.ImuChannels) + channel] = a[source] + ((b[source] - a[source]) * part);
            }
        }

        return window;
    }

    /// <summary>Refuses a window that the file does not cover.</summary>
    /// <exception cref="InputException">It does not.</exception>
    public void Check(long from, long to, string frames)
    {
        if (from < _table.Times[0] || to > _table.Times[^1]) throw Short(from, to, frames);
    }

    private InputException Short(long from, long to, string frames)
    {
        bool before = from < _table.Times[0];
        (int row, long missing) = before ? (0, _table.Times[0] - from) : (_table.Count - 1, to - _table.Times[^1]);
        string time = _table.Times[row].ToString(CultureInfo.InvariantCulture);
        return new InputException(
            $"{_table.Place(row)}: the {(before ? "first" : "last")} IMU sample, at {time}, is {missing} ns too {(before ? "late" : "early")} for {frames}");
    }
}
