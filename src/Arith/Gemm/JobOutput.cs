using System.Numerics;

namespace XrNpe.Arith;

/// <summary>
/// <see cref="OutputStage.Finish"/> of sums without NaR, one by one, for the results of a whole job: what is the same for all is looked up once,
/// and sums of 64 bits never become wider.
/// </summary>
internal readonly struct JobOutput
{
    private readonly NumberFormat _format;
    private readonly Activation _activation;
    private readonly FormatInfo _output;
    private readonly int _lsbExponent;
    private readonly byte _negativeFactor;
    private readonly byte _negativeShift;

    /// <summary>The output stage of one job.</summary>
    /// <param name="format">Format of A and B.</param>
    /// <param name="activation">Applied to each sum.</param>
    /// <param name="output">Format of C.</param>
    public JobOutput(NumberFormat format, Activation activation, NumberFormat output)
    {
        _format = format;
        _activation = activation;
        _output = FormatInfo.Of(output);
        _lsbExponent = FormatInfo.Of(format).ProductLsbExponent;
        (_negativeFactor, _negativeShift) = activation.Kind switch
        {
            ActivationKind.Relu => ((byte)0, (byte)0),
            ActivationKind.LeakyRelu => (activation.SlopeM, activation.SlopeS),
            _ => ((byte)1, (byte)0),
        };
    }

    /// <summary>The code of a sum.</summary>
    /// <param name="sum">The sum in units of the product LSB.</param>
    /// <param name="scale">Power of two applied before rounding.</param>
    public uint Finish(Int128 sum, int scale) => sum == (long)sum ? Finish((long)sum, scale) : FinishWide(sum, scale);

    private uint Finish(long sum, int scale)
    {
        // With bits above these, a product with an 8-bit factor would not fit.
        const int FactorBits = 8;
        bool negative = sum < 0;
        ulong magnitude = (ulong)(negative ? -sum : sum);
        if (magnitude >> (64 - FactorBits) != 0) return FinishWide(sum, scale);

        // Every activation is a factor for negative sums. Chosen without a branch, because signs are random.
        magnitude *= negative ? _negativeFactor : 1u;
        int lsb = _lsbExponent + scale - (negative ? _negativeShift : 0);
        if (magnitude == 0) return 0;
        int zeros = BitOperations.LeadingZeroCount(magnitude);
        return RoundPack.Normalized(_output, negative, magnitude << zeros, lsb + 63 - zeros, sticky: false);
    }

    private uint FinishWide(Int128 sum, int scale) =>
        OutputStage.Finish(new Quire128(_format, sum, isNaR: false), _activation, scale, _output.Format, out _);
}
