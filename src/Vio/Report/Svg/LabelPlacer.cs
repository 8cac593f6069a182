namespace XrNpe.Vio;

/// <summary>Writes names beside points and on lines, where they do not run into each other.</summary>
/// <param name="drawing">What is drawn on.</param>
/// <param name="left">Where the drawing starts.</param>
/// <param name="right">Where it ends.</param>
/// <param name="top">Its upper edge.</param>
/// <param name="bottom">Its lower edge.</param>
internal sealed class LabelPlacer(SvgDrawing drawing, double left, double right, double top, double bottom)
{
    private const double Letter = 7.5, LetterHeight = 10, Height = 13, Margin = 6, Above = -5, Below = 14;

    private static readonly (double X, double Y, bool Left)[] Beside =
    [
        (9, 4, false), (-9, 4, true), (9, -9, false), (9, 17, false), (-9, -9, true), (-9, 17, true), (9, -22, false), (9, 30, false), (-9, -22, true), (-9, 30, true),
    ];

    private readonly List<(double X, double Y, double Width)> _taken = [];
    private readonly List<double> _lines = [];

    /// <summary>Keeps names off a point.</summary>
    public void Avoid(double x, double y) => _taken.Add((x - Margin, y + (Height / 2), 2 * Margin));

    /// <summary>Keeps names off a line from left to right, where there is room elsewhere.</summary>
    public void AvoidLine(double y) => _lines.Add(y);

    /// <summary>Writes a name beside a point.</summary>
    public void AtPoint(double x, double y, string text, string style)
    {
        double width = text.Length * Letter;
        Write([.. Beside.Select(offset => (x + offset.X - (offset.Left ? width : 0), y + offset.Y))], text, style);
    }

    /// <summary>Writes a name above or below a line from left to right.</summary>
    public void AtLine(double y, string text, string style)
    {
        double width = text.Length * Letter, middle = (left + right - width) / 2;
        double[] places = [left + Margin, right - width - Margin, middle];
        Write([.. places.SelectMany(x => (double[])[Above, Below], (x, offset) => (x, y + offset))], text, style);
    }

    private void Write((double X, double Y)[] places, string text, string style)
    {
        double width = text.Length * Letter;
        (double X, double Y)[] free = [.. places.Where(place => IsFree(place.X, place.Y, width))];
        (double x, double y) = free.Where(place => !_lines.Exists(line => line > place.Y - LetterHeight && line < place.Y + 2)).Concat(free).Append(places[0]).First();
        _taken.Add((x, y, width));
        drawing.Text(x, y, text, style);
    }

    private bool IsFree(double x, double y, double width) => x >= left && x + width <= right && y - Height >= top && y <= bottom
        && !_taken.Exists(other => Math.Abs(other.Y - y) < Height && x < other.X + other.Width && other.X < x + width);
}
