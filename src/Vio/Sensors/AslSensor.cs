using System.Globalization;
using System.Text;

namespace XrNpe.Vio;

/// <summary>The <c>sensor.yaml</c> of the ASL layout, of which only <c>T_BS</c> is read: the sensor's pose in the body.</summary>
internal static class AslSensor
{
    private const double LargestDefect = 1e-3;
    private const int Numbers = 16;

    /// <summary>Reads T_BS: the 16 numbers of <c>data: […]</c>, a 4×4 matrix, row-major.</summary>
    /// <exception cref="InputException">The file has no T_BS, or it is no pose: the message names file and line.</exception>
    public static Pose ReadPose(string path)
    {
        string text = Encoding.UTF8.GetString(InputFile.ReadAll(path));
        int key = text.IndexOf("T_BS", StringComparison.Ordinal);
        if (key < 0) throw new InputException($"{path} has no T_BS, the pose of the sensor in the body");
        string place = $"{path} line {text.AsSpan(0, key).Count('\n') + 1}";
        int data = text.IndexOf("data:", key, StringComparison.Ordinal);
        int open = data < 0 ? -1 : text.IndexOf('[', data), close = open < 0 ? -1 : text.IndexOf(']', open);
        if (close < 0) throw new InputException($"{place}: T_BS has no data: [{Numbers} numbers]");
        string[] words = text[(open + 1)..close].Split([',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        double[] values = new double[Numbers];
        if (words.Length != Numbers) throw new InputException($"{place}: T_BS has {words.Length} numbers; {Numbers}, the rows of a 4×4 matrix, are wanted");
        for (int i = 0; i < Numbers; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i]))
            {
                throw new InputException($"{place}: {InputException.Quote(words[i])} in T_BS is not a finite number");
            }
        }

        var pose = Pose.FromKitti(values.AsSpan(0, Pose.KittiNumbers));
        return pose.Rotation.Defect() <= LargestDefect && values[^4..] is [0, 0, 0, 1]
            ? pose
            : throw new InputException($"{place}: T_BS is no pose: a rotation matrix, a translation, and 0 0 0 1 in the last row");
    }
}
