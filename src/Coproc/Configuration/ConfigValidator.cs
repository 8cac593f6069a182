using System.Globalization;
using System.Numerics;
using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>A configuration that cannot be built. The message names every field that is wrong and what would be right.</summary>
public sealed class ConfigException(IReadOnlyList<string> problems) : Exception(string.Join("; ", problems))
{
    /// <summary>One sentence per problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Checks a configuration against what the RTL can be built with.</summary>
public static class ConfigValidator
{
    /// <summary>The problems of <paramref name="config"/>, one sentence each; empty when it can be built.</summary>
    public static IReadOnlyList<string> Problems(CoprocConfig config)
    {
        var problems = new List<string>();
        if (!IsIdentifier(config.Name)) problems.Add($"name is \"{config.Name}\": a letter, then letters, digits or underscores");
        PowerOfTwo("rows", config.Rows, 2, 16);
        PowerOfTwo("cols", config.Cols, 2, 16);
        PowerOfTwo("slices", config.Slices, 1, 4);
        PowerOfTwo("data_width", config.DataWidth, 64, 128);
        PowerOfTwo("buffer_depth", config.BufferDepth, 16, 16_384);
        PowerOfTwo("max_burst", config.MaxBurst, 1, 256);
        PowerOfTwo("outstanding_reads", config.OutstandingReads, 2, 64);
        PowerOfTwo("out_units", config.OutUnits, 1, 16);
        if (config.IdWidth is < 1 or > 16)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"id_width is {config.IdWidth}: bits from 1 to 16"));
        }

        if (config.OutUnits > config.Cols)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"out_units is {config.OutUnits}: at most the {config.Cols} columns"));
        }

        const int LeastEntries = 16;
        if (config.BufferDepth >= LeastEntries && config.DataWidth > 0 && config.BufferDepth < LeastEntries * CoprocShape.EntryWords(config))
        {
            int least = LeastEntries * CoprocShape.EntryWords(config);
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"buffer_depth is {config.BufferDepth}: at least {least}, {LeastEntries} times the words of a bus of {config.DataWidth} bits"));
        }

        if (config.Pipeline is < 0 or > PipelineShape.Deepest)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"pipeline is {config.Pipeline}: a depth from 0 to {PipelineShape.Deepest}"));
        }

        if (config.Formats.Count == 0) problems.Add("formats is empty: at least one of fp4, p4, p8, p16");
        foreach (NumberFormat format in config.Formats.Where(f => !FormatInfo.Of(f).IsInput))
        {
            problems.Add($"formats holds {FormatInfo.Of(format)}: it is an output format and always there; list only fp4, p4, p8, p16");
        }

        if (config.Formats.Distinct().Count() != config.Formats.Count) problems.Add("formats names one format twice");
        return problems;

        void PowerOfTwo(string field, int value, int least, int most)
        {
            if (value < least || value > most || !BitOperations.IsPow2(value))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{field} is {value}: a power of two from {least} to {most}"));
            }
        }
    }

    /// <summary>Returns <paramref name="config"/> when it can be built.</summary>
    /// <exception cref="ConfigException">It cannot; the message says why.</exception>
    public static CoprocConfig Validate(CoprocConfig config)
    {
        IReadOnlyList<string> problems = Problems(config);
        return problems.Count == 0 ? config : throw new ConfigException(problems);
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
