namespace XrNpe.Vio;

/// <summary>A plot with two axes: grid, marks, titles, and places of values in it.</summary>
internal sealed class PlotFrame
{
    private const double Left = 62, Right = 14, Top = 12, Bottom = 46, PixelsPerTickX = 75, PixelsPerTickY = 42;

    private readonly double _width;
    private readonly double _height;
    private readonly PlotAxis _x;
    private readonly PlotAxis _y;

    /// <summary>Draws the frame.</summary>
    public PlotFrame(double width, double height, PlotAxis x, PlotAxis y, string label)
    {
        (_width, _height, _x, _y) = (width, height, x, y);
        Drawing = new SvgDrawing(width, height, label);
        foreach ((double value, string text) in x.Ticks((int)(InnerWidth / PixelsPerTickX)))
        {
            Drawing.Line(X(value), Top, X(value), height - Bottom, "grid");
            Drawing.Text(X(value), height - Bottom + 17, text, "mid tick");
        }

        foreach ((double value, string text) in y.Ticks((int)(InnerHeight / PixelsPerTickY)))
        {
            Drawing.Line(Left, Y(value), width - Right, Y(value), "grid");
            Drawing.Text(Left - 7, Y(value) + 4, text, "end tick");
        }

        Drawing.Line(Left, height - Bottom, width - Right, height - Bottom, "axis");
        Drawing.Line(Left, Top, Left, height - Bottom, "axis");
        Drawing.Text(Left + (InnerWidth / 2), height - 8, x.Title, "mid");
        Drawing.Text(14, Top + (InnerHeight / 2), y.Title, "mid", upwards: true);
        Drawing.BeginClipped(Left, Top, InnerWidth, InnerHeight);
    }

    /// <summary>What is drawn on: inside the axes only.</summary>
    public SvgDrawing Drawing { get; }

    /// <summary>Width between the axes of a plot of some width.</summary>
    public static double Inner(double width) => width - Left - Right;

    /// <summary>Height of a plot whose axes are so high.</summary>
    public static double Outer(double innerHeight) => innerHeight + Top + Bottom;

    /// <summary>Right edge of the plot's inside.</summary>
    public double RightEdge => _width - Right;

    /// <summary>Left edge of the plot's inside.</summary>
    public static double LeftEdge => Left;

    /// <summary>Upper edge of the plot's inside.</summary>
    public static double TopEdge => Top;

    /// <summary>Lower edge of the plot's inside.</summary>
    public double BottomEdge => _height - Bottom;

    private double InnerWidth => Inner(_width);

    private double InnerHeight => _height - Top - Bottom;

    /// <summary>Place of a value along x.</summary>
    public double X(double value) => Left + (InnerWidth * _x.Place(value));

    /// <summary>Place of a value along y.</summary>
    public double Y(double value) => _height - Bottom - (InnerHeight * _y.Place(value));

    /// <summary>Place of a point.</summary>
    public (double X, double Y) At(double x, double y) => (X(x), Y(y));

    /// <summary>The drawing, complete.</summary>
    public Markup Finish()
    {
        Drawing.EndClipped();
        return Drawing.Finish();
    }
}
