namespace XrNpe.Measure;

/// <summary>What a kernel reached.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="Unit">Unit of value and limit: GMAC/s, G/s or M/s.</param>
/// <param name="Value">The best of several runs.</param>
/// <param name="Limit">What the bare instructions reach in the same process, without decoding, packing or rounding.</param>
/// <param name="Fraction">Value / limit.</param>
public sealed record Measurement(string Name, string Unit, double Value, double Limit, double Fraction);

/// <summary>Something to measure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Unit of the rate.</param>
/// <param name="PerCall">Units of work of one call.</param>
/// <param name="Call">The work.</param>
internal sealed record Workload(string Name, string Unit, double PerCall, Action Call);
