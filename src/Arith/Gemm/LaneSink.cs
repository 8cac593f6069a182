using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace XrNpe.Arith;

/// <summary>
/// <see cref="QuireSink"/> side by side, for jobs whose sums, biases and slopes are exact in doubles: then the only rounding is the one to the
/// output format. That is nearly every job of fp4, p4 and p8.
/// </summary>
internal readonly unsafe struct LaneSink : ISumSink
{
    private const int MostColumns = 32;

    /// <summary>A sum of <see cref="Quire128.MaxTerms"/> products of p8 has 40 bits; with a bias of these and times 8 bits of slope it has 53.</summary>
    private const int BiasBits = 44;

    /// <summary>Powers of two up to which no product with a sum leaves double's normal range.</summary>
    private const int MostExponent = 900;

    private readonly NumberFormat _output;
    private readonly int _columns;
    private readonly uint* _c;
    private readonly double[] _biases;
    private readonly double[] _factors;
    private readonly double[] _negativeFactors;

    /// <summary>A sink for a job that <see cref="Fits"/>.</summary>
    /// <param name="format">Format of A and B; not p16.</param>
    /// <param name="activation">Applied to each sum.</param>
    /// <param name="terms">Bias and scale of each column.</param>
    /// <param name="output">Format of C.</param>
    /// <param name="c">Address of C's first code; row-major, without gaps.</param>
    public LaneSink(NumberFormat format, Activation activation, ChannelTerm[] terms, NumberFormat output, uint* c)
    {
        // Whole tiles are read, also at the edge.
        _output = output;
        _columns = terms.Length;
        _c = c;
        _biases = new double[terms.Length + MostColumns];
        _factors = new double[terms.Length + MostColumns];
        _negativeFactors = new double[terms.Length + MostColumns];
        double slope = activation.Kind switch
        {
            ActivationKind.Relu => 0,
            ActivationKind.LeakyRelu => Math.ScaleB(activation.SlopeM, -activation.SlopeS),
            _ => 1,
        };
        for (int i = 0; i < terms.Length; i++)
        {
            _biases[i] = (double)terms[i].Bias;
            _factors[i] = Math.ScaleB(1, FormatInfo.Of(format).ProductLsbExponent + terms[i].Scale);
            _negativeFactors[i] = slope * _factors[i];
        }
    }

    /// <summary>True when everything before the rounding is exact here.</summary>
    public static bool Fits(NumberFormat format, ChannelTerm[] terms)
    {
        if (!Avx2.IsSupported || format == NumberFormat.P16) return false;
        foreach (ChannelTerm term in terms)
        {
            Int128 most = Int128.One << BiasBits;
            if (Math.Abs((long)term.Scale) > MostExponent || term.Bias < -most || term.Bias > most) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Narrow(int row, int column, int count, int readable, int* sums)
    {
        double* values = stackalloc double[MostColumns];
        for (int i = 0; i < readable; i += Vector256<double>.Count) Avx.ConvertToVector256Double(Vector128.Load(sums + i)).Store(values + i);
        Row(row, column, count, readable, values);
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Wide(int row, int column, int count, int readable, long* sums)
    {
        double* values = stackalloc double[MostColumns];
        for (int i = 0; i < readable; i += Vector256<double>.Count) Vector256.ConvertToDouble(Vector256.Load(sums + i)).Store(values + i);
        Row(row, column, count, readable, values);
    }

    [SkipLocalsInit]
    private void Row(int row, int column, int count, int readable, double* sums)
    {
        int* singles = stackalloc int[MostColumns];
        uint* target = _c + ((long)row * _columns) + column;
        Activated(column, readable, sums);
        if (_output == NumberFormat.F32)
        {
            // The one rounding; adding 0 makes −0, which only a zero can be here, +0.
            for (int i = 0; i < readable; i += Vector256<double>.Count)
            {
                Avx.ConvertToVector128Single(Vector256.Load(sums + i) + Vector256<double>.Zero).AsInt32().Store(singles + i);
            }

            for (int i = 0; i < count; i++) target[i] = (uint)singles[i];
            return;
        }

        // Far above where every other format saturates, and inside float32's range.
        Vector256<double> limit = Vector256.Create(1e18);
        for (int i = 0; i < readable; i += Vector256<double>.Count)
        {
            Vector256<double> value = Vector256.MinNative(Vector256.MaxNative(Vector256.Load(sums + i), -limit), limit);
            StickySingle.Bits(value).Store(singles + i);
        }

        uint* codes = stackalloc uint[MostColumns];
        bool whole = count == readable;
        Round(singles, whole ? target : codes, readable);
        if (whole) return;
        for (int i = 0; i < count; i++) target[i] = codes[i];
    }

    /// <summary>Bias, activation and scale, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Activated(int column, int readable, double* sums)
    {
        for (int i = 0; i < readable; i += Vector256<double>.Count)
        {
            Vector256<double> sum = Vector256.Load(sums + i) + Vector256.Create(_biases.AsSpan(column + i));
            Vector256<double> factor = Vector256.ConditionalSelect(
                Vector256.LessThan(sum, Vector256<double>.Zero),
                Vector256.Create(_negativeFactors.AsSpan(column + i)),
                Vector256.Create(_factors.AsSpan(column + i)));
            (sum * factor).Store(sums + i);
        }
    }

    private void Round(int* singles, uint* codes, int count)
    {
        switch (_output)
        {
            case NumberFormat.Fp4: LaneLoop<Widened<SingleToFp4>>.Run(singles, codes, count); break;
            case NumberFormat.P4: LaneLoop<Widened<SingleToPosit4>>.Run(singles, codes, count); break;
            case NumberFormat.P8: LaneLoop<Widened<SingleToPosit8>>.Run(singles, codes, count); break;
            default: LaneLoop<Widened<SingleToPosit16>>.Run(singles, codes, count); break;
        }
    }
}
