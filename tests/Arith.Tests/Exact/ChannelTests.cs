using System.Numerics;
using CsCheck;
using XrNpe.Reference;

namespace XrNpe.Arith.Tests;

/// <summary>Jobs with a bias and a scale per column: against exact fractions, and the fast path against the plain one.</summary>
public class ChannelTests
{
    private static readonly Activation[] Activations = [Activation.None, Activation.Relu, Activation.LeakyRelu(205, 11), Activation.LeakyRelu(255, 0)];

    /// <summary>Whose biases are so small that jobs of up to 8 bits go side by side.</summary>
    private static readonly Gen<ChannelEntry> NearEntry = Gen.Select(Gen.Int, Gen.Int[0, 31], Gen.Int[0, 13], Gen.SByte)
        .Select((bias, shift, exponent, scale) => new ChannelEntry(bias >> shift, (byte)exponent, scale));

    /// <summary>Whose biases cannot take a sum out of 127 bits.</summary>
    private static readonly Gen<ChannelEntry> TableEntry = Entry(mostExponent: 94);

    private static readonly Gen<ChannelEntry> AnyEntry = Entry(mostExponent: 255);

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void Results_are_the_fractions_rounded_once(NumberFormat input, NumberFormat output)
    {
        foreach (Gen<ChannelEntry> entry in new[] { NearEntry, TableEntry })
        {
            Jobs(input, entry, columns: 5, terms: 6).Sample(job => AssertRoundedOnce(job, output), iter: 30);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void The_fast_path_equals_the_plain_one_whatever_the_table(NumberFormat input, NumberFormat output) =>
        Jobs(input, AnyEntry, columns: 5, terms: 120).Sample(job => AssertFastEqualsPlain(job, output), iter: 100);

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void The_fast_path_equals_the_plain_one_side_by_side(NumberFormat input, NumberFormat output) =>
        Jobs(input, NearEntry, columns: 70, terms: 20).Sample(job => AssertFastEqualsPlain(job, output), iter: 100);

    [Theory]
    [InlineData(NumberFormat.P8, NumberFormat.F32)]
    [InlineData(NumberFormat.P8, NumberFormat.P16)]
    [InlineData(NumberFormat.P4, NumberFormat.P8)]
    [InlineData(NumberFormat.Fp4, NumberFormat.F32)]
    public void The_fast_path_equals_the_plain_one_on_the_longest_sums_and_biases_about_where_doubles_end(NumberFormat input, NumberFormat output)
    {
        // One column has the most negative sum and the other the most positive, one product less than the longest: odd in many places.
        ushort largest = (ushort)(FormatInfo.Of(input).Mask >> 1);
        ushort smallest = 1;
        var shape = new MatmulShape(2, 2, Quire128.MaxTerms);
        ushort[] a = [.. Enumerable.Repeat(largest, shape.K), smallest, .. Enumerable.Repeat(largest, shape.K - 1)];
        ushort[] b = [.. a.Take(shape.K).Select(code => (ushort)Scalar.Negate(input, code)), .. a.Take(shape.K)];
        foreach (int exponent in new[] { 12, 13, 14 })
        {
            foreach (Activation activation in Activations)
            {
                ChannelEntry[] channels = [new(int.MinValue, (byte)exponent, -100), new(int.MaxValue, (byte)exponent, 20)];
                AssertFastEqualsPlain(new Job(input, shape, a, b, channels, activation, -20), output);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.InputsByOutputs), MemberType = typeof(TestFormats))]
    public void The_fast_path_equals_the_plain_one_where_sums_outgrow_64_bits(NumberFormat input, NumberFormat output)
    {
        // 1 · 1 + bias, the bias a power of two or beside one.
        ushort one = (ushort)(input == NumberFormat.Fp4 ? 2u : 1u << (FormatInfo.Of(input).Bits - 2));
        ChannelEntry[] channels =
        [
            .. from exponent in Enumerable.Range(20, 60)
               from bias in new[] { 1, -1, 3, -3, int.MaxValue, int.MinValue }
               select new ChannelEntry(bias, (byte)exponent, 0),
        ];
        ushort[] b = [.. Enumerable.Repeat(one, channels.Length)];
        foreach (Activation activation in Activations)
        {
            AssertFastEqualsPlain(new Job(input, new MatmulShape(1, channels.Length, 1), [one], b, channels, activation, -20), output);
        }
    }

    [Fact]
    public void Sums_wrap_at_128_bits() => Gen.Select(Gen.ULong, Gen.ULong, Gen.Int, Gen.Byte).Sample(
        (high, low, bias, exponent) =>
        {
            var sum = new Int128(high, low);
            Int128 actual = new ChannelEntry(bias, exponent, 0).AddTo(new Quire128(NumberFormat.P8, sum, isNaR: false)).Sum;
            BigInteger difference = (BigInteger)actual - (BigInteger)sum - (bias * BigInteger.Pow(2, exponent % 128));
            Assert.True((difference % BigInteger.Pow(2, 128)).IsZero, $"{sum:x} + {bias} · 2^{exponent} is {actual:x}");
        },
        iter: 10_000);

    [Fact]
    public void NaR_stays_NaR_and_its_flag_too()
    {
        const ushort One = 0x40;
        const ushort NaR = 0x80;
        ChannelEntry[] channels = [new(-5, 11, 0), new(1, 3, 2)];
        var c = new uint[4];
        long first = MatrixMultiply.RunChannels(
            NumberFormat.P8, new MatmulShape(2, 2, 1), [One, NaR], [One, One], channels, Activation.Relu, 0, NumberFormat.Fp4, c);

        // 1 − 5/2 is negative; (1 + 2^-9) · 4 is 4.
        Assert.Equal([0x0u, 0x6u, 0x8u, 0x8u], c);
        Assert.Equal(2, first);
        Assert.True(channels[0].AddTo(new Quire128(NumberFormat.P8, 0, isNaR: true)).IsNaR);
    }

    [Fact]
    public void Without_channels_it_is_a_plain_job()
    {
        var with = new uint[1];
        var without = new uint[1];
        MatrixMultiply.RunChannels(NumberFormat.P8, new MatmulShape(1, 1, 1), [0x33], [0x71], [], Activation.None, 1, NumberFormat.P16, with);
        MatrixMultiply.Run(NumberFormat.P8, new MatmulShape(1, 1, 1), [0x33], [0x71], Activation.None, 1, NumberFormat.P16, without);
        Assert.Equal(without, with);
    }

    [Fact]
    public void As_many_channels_as_columns_are_wanted()
    {
        var shape = new MatmulShape(1, 2, 1);
        Assert.Throws<ArgumentException>(() => MatrixMultiply.RunChannels(
            NumberFormat.P8, shape, new ushort[1], new ushort[2], new ChannelEntry[1], Activation.None, 0, NumberFormat.P8, new uint[2]));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.RunChannelsPlain(
            NumberFormat.P8, shape, new ushort[1], new ushort[2], new ChannelEntry[3], Activation.None, 0, NumberFormat.P8, new uint[2]));
    }

    private static void AssertRoundedOnce(Job job, NumberFormat output)
    {
        uint[] c = Fast(job, output).Codes;
        for (int index = 0; index < c.Length; index++)
        {
            int row = index / job.Shape.N;
            int column = index % job.Shape.N;
            ChannelEntry channel = job.Channels[column];
            Rational bias = new Rational(channel.Bias) * Rational.PowerOfTwo(channel.BiasExponent + FormatInfo.Of(job.Format).ProductLsbExponent);
            Rational? sum = ReferenceArithmetic.Dot(job.Format.Reference(), Codes(job.A, row), Codes(job.B, column)) + bias;
            uint expected = ReferenceArithmetic.Finish(output.Reference(), sum, Slope(job.Activation), job.Scale + channel.Scale);
            TestFormats.AssertCode(expected, c[index], output, $"{job.Format} {job.Activation}, scale {job.Scale}, {channel}, dot");
        }

        uint[] Codes(ushort[] matrix, int vector) => [.. matrix.Skip(vector * job.Shape.K).Take(job.Shape.K).Select(code => (uint)code)];
    }

    private static void AssertFastEqualsPlain(Job job, NumberFormat output)
    {
        var plain = new uint[job.Shape.M * job.Shape.N];
        long first = MatrixMultiply.RunChannelsPlain(job.Format, job.Shape, job.A, job.B, job.Channels, job.Activation, job.Scale, output, plain);
        (uint[] fast, long fastFirst) = Fast(job, output);
        Assert.Equal(plain, fast);
        Assert.Equal(first, fastFirst);
    }

    private static (uint[] Codes, long First) Fast(Job job, NumberFormat output)
    {
        var codes = new uint[job.Shape.M * job.Shape.N];
        long first = MatrixMultiply.RunChannels(job.Format, job.Shape, job.A, job.B, job.Channels, job.Activation, job.Scale, output, codes);
        return (codes, first);
    }

    private static Rational Slope(Activation activation) => activation.Kind switch
    {
        ActivationKind.None => new Rational(1),
        ActivationKind.Relu => default,
        _ => new Rational(activation.SlopeM) * Rational.PowerOfTwo(-activation.SlopeS),
    };

    private static Gen<ChannelEntry> Entry(int mostExponent) => Gen.Select(Gen.Int, Gen.Int[0, 31], Gen.Int[0, mostExponent], Gen.SByte, Gen.Bool)
        .Select((bias, shift, exponent, scale, far) => new ChannelEntry(bias >> shift, (byte)(far ? exponent : exponent % 30), far ? scale : (sbyte)(scale % 10)));

    private static Gen<Job> Jobs(NumberFormat format, Gen<ChannelEntry> entry, int columns, int terms)
    {
        Gen<ushort> code = Gen.Frequency((300, Generators.RealCode(format)), (1, Generators.Code(format))).Select(c => (ushort)c);
        Gen<int> scale = Gen.Frequency((3, Gen.Int[-10, 10]), (1, Gen.Int[-128, 127]));
        return Gen.Select(Gen.Int[1, 5], Gen.Int[1, columns], Gen.Int[1, terms]).SelectMany((m, n, k) => Gen.Select(
            code.Array[m * k], code.Array[n * k], entry.Array[n], Gen.OneOf(Activations), scale,
            (a, b, channels, activation, s) => new Job(format, new MatmulShape(m, n, k), a, b, channels, activation, s)));
    }

    private sealed record Job(
        NumberFormat Format, MatmulShape Shape, ushort[] A, ushort[] B, ChannelEntry[] Channels, Activation Activation, int Scale);
}
