using System.Buffers.Binary;
using System.Numerics;
using XrNpe.Arith;

namespace XrNpe.Coproc;

/// <summary>The entries of a job's output channels, made from exact biases, and their bytes in memory.</summary>
public sealed class ChannelTable
{
    private const int BiasBits = 31;

    /// <summary>A sum of more bits than this, sign not counted, would leave the quire.</summary>
    private const int SumBits = 127;

    private ChannelTable(ChannelEntry[] entries, IReadOnlyList<ChannelRounding> roundings)
    {
        Entries = entries;
        Roundings = roundings;
    }

    /// <summary>One entry a channel, for <see cref="MatmulJob.Channels"/>.</summary>
    public ChannelEntry[] Entries { get; }

    /// <summary>The channels whose bias had to be rounded, ascending; empty when all are exact.</summary>
    public IReadOnlyList<ChannelRounding> Roundings { get; }

    /// <summary>Makes a table from numbers, which are taken as exact.</summary>
    /// <inheritdoc cref="Make(NumberFormat, int, ReadOnlySpan{ExactBias}, ReadOnlySpan{sbyte})"/>
    public static ChannelTable Make(NumberFormat input, int terms, ReadOnlySpan<double> biases, ReadOnlySpan<sbyte> scales = default)
    {
        var exact = new ExactBias[biases.Length];
        for (int channel = 0; channel < exact.Length; channel++)
        {
            if (!double.IsFinite(biases[channel])) throw new ArgumentException($"channel {channel} has the bias {biases[channel]}: a finite number", nameof(biases));
            exact[channel] = ExactBias.Of(biases[channel]);
        }

        return Make(input, terms, exact, scales);
    }

    /// <summary>
    /// Makes a table. A bias is rounded once, to the nearest multiple of the product LSB or, where that takes more than 32 bits, of the
    /// smallest power of two above it with which it does not; a tie goes to the even multiple.
    /// </summary>
    /// <param name="input">Format of A and B, which gives the product LSB.</param>
    /// <param name="terms">K of the job: products that share the sum with the bias.</param>
    /// <param name="biases">A bias for each channel, in units of the true sum.</param>
    /// <param name="scales">A power of two for each channel, added to the job's; empty for 0 each.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or a bias is so large that some sum could leave 127 bits; the message names channel and values.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="input"/> is float32, or <paramref name="terms"/> is no K of a job.</exception>
    public static ChannelTable Make(NumberFormat input, int terms, ReadOnlySpan<ExactBias> biases, ReadOnlySpan<sbyte> scales = default)
    {
        FormatInfo info = FormatInfo.RequireInput(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(terms, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms, Quire128.MaxTerms);
        if (!scales.IsEmpty && scales.Length != biases.Length)
        {
            throw new ArgumentException($"{scales.Length} scales for {biases.Length} channels: one each, or none", nameof(scales));
        }

        BigInteger room = (BigInteger.One << SumBits) - 1 - (terms * LargestProduct(info));
        var entries = new ChannelEntry[biases.Length];
        var roundings = new List<ChannelRounding>();
        for (int channel = 0; channel < entries.Length; channel++)
        {
            ExactBias wanted = biases[channel];
            if (wanted.Denominator.Sign <= 0) throw new ArgumentException($"channel {channel} has a bias with the denominator {wanted.Denominator}: above 0", nameof(biases));
            (BigInteger bias, int exponent) = Round(wanted, info.ProductLsbExponent);
            if (BigInteger.Abs(bias) << exponent > room)
            {
                double most = ExactBias.Scaled(room, info.ProductLsbExponent).ToDouble();
                throw new ArgumentException(
                    $"channel {channel} has the bias {wanted}: at most {most} either way, or with {terms} products of {info} the sum could leave {SumBits} bits",
                    nameof(biases));
            }

            entries[channel] = new ChannelEntry((int)bias, (byte)exponent, scales.IsEmpty ? (sbyte)0 : scales[channel]);
            ExactBias stored = ExactBias.Scaled(bias, exponent + info.ProductLsbExponent);
            if (stored.Minus(wanted).Numerator.Sign != 0) roundings.Add(new ChannelRounding(channel, wanted, stored));
        }

        return new ChannelTable(entries, roundings);
    }

    /// <summary>The bytes of a table, <see cref="ChannelTableLayout.EntryBytes"/> an entry, reserved ones 0.</summary>
    public static byte[] ToBytes(ReadOnlySpan<ChannelEntry> entries)
    {
        byte[] bytes = new byte[entries.Length * ChannelTableLayout.EntryBytes];
        for (int channel = 0; channel < entries.Length; channel++)
        {
            Span<byte> entry = bytes.AsSpan(channel * ChannelTableLayout.EntryBytes, ChannelTableLayout.EntryBytes);
            BinaryPrimitives.WriteInt32LittleEndian(entry[BiasOffset..], entries[channel].Bias);
            entry[ExponentOffset] = entries[channel].BiasExponent;
            entry[ScaleOffset] = (byte)entries[channel].Scale;
        }

        return bytes;
    }

    /// <summary>Reads a table as hardware does: reserved bytes and bit 7 of the exponents are ignored.</summary>
    /// <param name="bytes">Whole entries.</param>
    public static ChannelEntry[] FromBytes(ReadOnlySpan<byte> bytes)
    {
        var entries = new ChannelEntry[bytes.Length / ChannelTableLayout.EntryBytes];
        for (int channel = 0; channel < entries.Length; channel++)
        {
            ReadOnlySpan<byte> entry = bytes.Slice(channel * ChannelTableLayout.EntryBytes, ChannelTableLayout.EntryBytes);
            entries[channel] = new ChannelEntry(
                BinaryPrimitives.ReadInt32LittleEndian(entry[BiasOffset..]),
                (byte)(entry[ExponentOffset] & ChannelTableLayout.BiasExponentMask),
                (sbyte)entry[ScaleOffset]);
        }

        return entries;
    }

    private static readonly int BiasOffset = ChannelTableLayout.Field("bias").Offset;
    private static readonly int ExponentOffset = ChannelTableLayout.Field("bias_exponent").Offset;
    private static readonly int ScaleOffset = ChannelTableLayout.Field("scale").Offset;

    /// <summary>The largest product of two codes in units of its LSB.</summary>
    private static BigInteger LargestProduct(FormatInfo info)
    {
        // In every format the largest value stands just below the code that has only its sign bit set.
        uint largest = (1u << (info.Bits - 1)) - 1;
        var quire = new Quire128(info.Format);
        quire.AddProduct(largest, largest);
        return (BigInteger)quire.Sum;
    }

    /// <summary>The nearest bias·2^exponent in units of 2^<paramref name="lsb"/>, with the smallest exponent that does.</summary>
    private static (BigInteger Bias, int Exponent) Round(ExactBias value, int lsb)
    {
        BigInteger whole = BigInteger.Abs(RoundToEven(value, lsb));
        int exponent = (int)Math.Max(0, (long)whole.GetBitLength() - BiasBits - 1);
        while (true)
        {
            // From the exact value each time: rounding what is rounded already could go wrong at a tie.
            BigInteger bias = RoundToEven(value, lsb + exponent);
            if (bias >= int.MinValue && bias <= int.MaxValue) return (bias, exponent);
            exponent++;
        }
    }

    /// <summary>The multiple of 2^<paramref name="exponent"/> that is nearest, ties to even.</summary>
    private static BigInteger RoundToEven(ExactBias value, int exponent)
    {
        BigInteger numerator = exponent < 0 ? value.Numerator << -exponent : value.Numerator;
        BigInteger denominator = exponent > 0 ? value.Denominator << exponent : value.Denominator;
        BigInteger floor = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        if (rest.Sign < 0) (floor, rest) = (floor - 1, rest + denominator);
        int side = (rest * 2).CompareTo(denominator);
        return side > 0 || (side == 0 && !floor.IsEven) ? floor + 1 : floor;
    }
}
