using System.CommandLine;
using System.Globalization;
using XrNpe.Vio;

namespace XrNpe.Cli;

/// <summary>The options <c>--budget-cycles</c> and <c>--budget-bytes</c> of a search for precisions, and <c>--points</c>.</summary>
internal sealed class BudgetOptions
{
    private readonly Option<string?> _cycles;

    private readonly Option<string?> _bytes = new("--budget-bytes") { Description = "Most bytes that a frame pair moves: likewise.", HelpName = "B" };

    private readonly Option<int> _points = new("--points") { Description = "Assignments of the Pareto front to try, not only expect.", DefaultValueFactory = _ => 8, HelpName = "N" };

    private readonly string? _default;

    /// <summary>The options.</summary>
    /// <param name="otherwise">The budget of cycles where none is given at all; null for any number.</param>
    public BudgetOptions(string? otherwise = null)
    {
        _default = otherwise;
        string hint = otherwise is null ? "" : $" [default, where no budget is given: {otherwise}]";
        _cycles = new Option<string?>("--budget-cycles") { Description = $"Most cycles of a frame pair: a number, or a share of what p16 takes, such as 50%.{hint}", HelpName = "B" };
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_cycles);
        command.Add(_bytes);
        command.Add(_points);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">It makes no sense.</exception>
    public SearchRequest Get(ParseResult parsed)
    {
        string? cycles = parsed.GetValue(_cycles), bytes = parsed.GetValue(_bytes);
        int points = parsed.GetValue(_points);
        if (points < 1) throw new InputException("--points is a number from 1 on");
        if (cycles is null && bytes is null) cycles = _default;
        return new SearchRequest(Parse("--budget-cycles", cycles), Parse("--budget-bytes", bytes), points);
    }

    private static Func<long, long>? Parse(string option, string? text)
    {
        if (text is null) return null;
        bool share = text.EndsWith('%');
        if (!double.TryParse(share ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !(value > 0))
        {
            throw new InputException($"{option} {InputException.Quote(text)} is neither a number above 0 nor a share such as 50%");
        }

        const double Percent = 100;
        return share ? all => (long)(all * value / Percent) : _ => (long)Math.Min(value, long.MaxValue / 2);
    }
}
