using System.Globalization;
using System.Text;

namespace XrNpe.Vio;

/// <summary>A drawing in a page: its colours and letters come from the page's style.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder _svg = new();

    /// <summary>An empty drawing.</summary>
    /// <param name="width">Of its own units.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="label">What it shows, for those who cannot see it.</param>
    public SvgDrawing(double width, double height, string label) =>
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" aria-label=\"{Markup.Escape(label)}\">");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line class=\"{style}\" x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"/>");

    /// <summary>A line from point to point; points that are no numbers interrupt it.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string style, string? tip = null)
    {
        var path = new StringBuilder();
        bool pen = false;
        foreach ((double x, double y) in points)
        {
            bool drawn = double.IsFinite(x) && double.IsFinite(y);
            if (drawn) path.Append(CultureInfo.InvariantCulture, $"{(pen ? 'L' : 'M')}{x:0.##} {y:0.##}");
            pen = drawn;
        }

        if (path.Length > 0) Element("path", $"class=\"{style}\" d=\"{path}\"", tip);
    }

    /// <summary>A disc; nothing where there is no such place.</summary>
    public void Circle(double x, double y, double radius, string style, string? tip = null)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y)) return;
        Element("circle", Invariant($"class=\"{style}\" cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\""), tip);
    }

    /// <summary>A rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string style, string? tip = null) =>
        Element("rect", Invariant($"class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\""), tip);

    /// <summary>A line of text; <paramref name="style"/> may hold <c>end</c> or <c>mid</c>, for where it is anchored.</summary>
    public void Text(double x, double y, string text, string style = "", bool upwards = false)
    {
        string turn = upwards ? Invariant($" transform=\"rotate(-90 {x:0.##} {y:0.##})\"") : "";
        Add($"<text class=\"{style}\" x=\"{x:0.##}\" y=\"{y:0.##}\"{turn}>{Markup.Escape(text)}</text>");
    }

    /// <summary>Opens a part of the drawing of which nothing shows outside a rectangle.</summary>
    public void BeginClipped(double x, double y, double width, double height) =>
        Add($"<svg x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" viewBox=\"{x:0.##} {y:0.##} {width:0.##} {height:0.##}\">");

    /// <summary>Closes what <see cref="BeginClipped"/> opened.</summary>
    public void EndClipped() => Add($"</svg>");

    /// <summary>The drawing, complete.</summary>
    public Markup Finish() => new(_svg + "</svg>");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Element(string name, string attributes, string? tip)
    {
        string end = tip is null ? "/>" : $"><title>{Markup.Escape(tip)}</title></{name}>";
        _svg.Append('<').Append(name).Append(' ').Append(attributes).Append(end).Append('\n');
    }

    private void Add(FormattableString text) => _svg.Append(Invariant(text)).Append('\n');
}
