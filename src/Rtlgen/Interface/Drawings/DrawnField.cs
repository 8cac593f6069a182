using System.Globalization;
using Scriban.Runtime;

namespace XrNpe.Rtlgen;

/// <summary>A box of a drawing: a field, or bits without one.</summary>
/// <param name="Name">Its name; empty where no field is.</param>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal sealed record DrawnField(string Name, int X, int Y, int Width, int Height)
{
    /// <summary>Width of a letter in the templates' font, rounded up.</summary>
    public const int LetterWidth = 7;

    private const int LineHeight = 13;

    /// <summary>True when the name stands in the box in one line.</summary>
    public bool Fits => Name.Length * LetterWidth <= Width - 4;

    /// <summary>What the templates read: the box, and its name turned, or broken at underscores, where it is too long.</summary>
    /// <param name="isTurned">Turn a name that is too long, instead of breaking it.</param>
    public ScriptObject Script(bool isTurned)
    {
        string[] lines = Fits || isTurned ? [Name] : [.. Lines()];
        int top = Y + (Height / 2) - ((lines.Length - 1) * LineHeight / 2) + 4;
        return new ScriptObject
        {
            ["is_field"] = Name.Length > 0,
            ["x"] = X,
            ["y"] = Y,
            ["width"] = Width,
            ["height"] = Height,
            ["middle"] = X + (Width / 2),
            ["is_turned"] = isTurned && !Fits,
            ["lines"] = new ScriptArray(lines.Select((text, i) => new ScriptObject { ["text"] = text, ["y"] = top + (i * LineHeight) })),
            ["turn"] = string.Create(CultureInfo.InvariantCulture, $"rotate(-90 {X + (Width / 2) + 4} {Y + (Height / 2)})"),
            ["turn_x"] = X + (Width / 2) + 4,
            ["turn_y"] = Y + (Height / 2),
        };
    }

    private IEnumerable<string> Lines()
    {
        string line = "";
        foreach (string word in Name.Split('_'))
        {
            string longer = line.Length == 0 ? word : line + "_" + word;
            if (line.Length > 0 && (longer.Length + 1) * LetterWidth > Width - 4)
            {
                yield return line + "_";
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }
}
