using System.Globalization;
using System.Text;

namespace XrNpe.Vio;

/// <summary>Reads and writes KITTI poses files (<c>poses/NN.txt</c>): a 3×4 camera-to-world matrix a line, row-major, metres.</summary>
public static class KittiPoses
{
    /// <summary>KITTI's files have 7 digits; more than this is no rounding.</summary>
    private const double LargestDefect = 1e-3;

    /// <summary>Reads a file; blank lines at its end do not count.</summary>
    /// <exception cref="InputException">It cannot be read, or a line is not a pose: the message names file and line.</exception>
    public static IReadOnlyList<Pose> Read(string path)
    {
        var poses = new List<Pose>();
        string[] lines = Encoding.UTF8.GetString(InputFile.ReadAll(path)).TrimEnd().Split('\n');
        if (lines is [""]) throw new InputException($"{path} is empty: a poses file has {Pose.KittiNumbers} numbers a line");
        for (int i = 0; i < lines.Length; i++) poses.Add(Parse($"{path} line {i + 1}", lines[i]));
        return poses;
    }

    /// <summary>Writes a file, whole or not at all, in digits that read back as the same numbers.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<Pose> poses)
    {
        var text = new StringBuilder();
        foreach (Pose pose in poses)
        {
            text.AppendJoin(' ', pose.ToKitti().Select(number => number.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        OutputFile.WriteText(path, text.ToString());
    }

    private static Pose Parse(string place, string line)
    {
        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != Pose.KittiNumbers) throw new InputException($"{place} has {words.Length} numbers; a pose is {Pose.KittiNumbers}, the rows of [R t]");
        double[] numbers = new double[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
            {
                throw new InputException($"{place}: {InputException.Quote(words[i])} is not a finite number");
            }
        }

        var pose = Pose.FromKitti(numbers);
        return pose.Rotation.Defect() <= LargestDefect
            ? pose
            : throw new InputException($"{place}: columns 1 to 3 are no rotation matrix; a pose is the rows of [R t] with R orthogonal and its determinant 1");
    }
}
