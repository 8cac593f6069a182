using System.Globalization;

namespace XrNpe.Vio;

/// <summary>The numbered PNG files of a KITTI sequence.</summary>
internal static class KittiFrames
{
    private static readonly string[] Cameras = ["image_2", "image_0"];

    /// <summary>The files in order, without a gap.</summary>
    /// <param name="folder">Folder of the sequence, <c>sequences/NN</c>.</param>
    /// <param name="first">Number of the first file.</param>
    /// <exception cref="InputException">There is none, one in the middle is missing, or a name is no number.</exception>
    public static string[] Find(string folder, out int first)
    {
        foreach (string camera in Cameras)
        {
            string images = Path.Combine(folder, camera);
            if (!Directory.Exists(images)) continue;
            string[] files = Directory.GetFiles(images, "*.png");
            if (files.Length > 0) return Order(images, files, out first);
        }

        throw new InputException($"{folder} has no frames: PNG files in {string.Join(" or ", Cameras)}, named by number, such as 000000.png");
    }

    private static string[] Order(string images, string[] files, out int first)
    {
        var byNumber = new SortedDictionary<int, string>();
        foreach (string file in files)
        {
            if (!int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                throw new InputException($"{file} is not named by a number, as frames are: 000000.png");
            }

            if (!byNumber.TryAdd(number, file)) throw new InputException($"{file} and {byNumber[number]} are both frame {number}");
        }

        first = byNumber.Keys.First();
        int wanted = first;
        foreach ((int number, string file) in byNumber)
        {
            if (number != wanted)
            {
                string missing = Path.Combine(images, wanted.ToString("d6", CultureInfo.InvariantCulture) + ".png");
                throw new InputException($"{missing} is missing: the next frame is {file}");
            }

            wanted++;
        }

        return [.. byNumber.Values];
    }
}
