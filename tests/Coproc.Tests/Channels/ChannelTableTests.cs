using System.Numerics;
using XrNpe.Arith;

namespace XrNpe.Coproc.Tests;

public sealed class ChannelTableTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 4096, 0)] // the LSB of a p8 product is 2^-12
    [InlineData(-2.5, -10240, 0)]
    [InlineData(524287.999755859375, 2147483647, 0)]
    [InlineData(524288, 1073741824, 1)]
    [InlineData(-524288, -2147483648, 0)]
    [InlineData(1099511627776, 1073741824, 22)]
    public void What_fits_is_exact(double bias, int mantissa, byte exponent)
    {
        var table = ChannelTable.Make(NumberFormat.P8, 100, [bias], [-7]);
        Assert.Equal(new ChannelEntry(mantissa, exponent, -7), Assert.Single(table.Entries));
        Assert.Empty(table.Roundings);
    }

    [Theory]
    [InlineData(0.5, 0)] // in units of the LSB: ties to even
    [InlineData(1.5, 2)]
    [InlineData(2.5, 2)]
    [InlineData(-0.5, 0)]
    [InlineData(-1.5, -2)]
    [InlineData(-2.5, -2)]
    [InlineData(2.500001, 3)]
    [InlineData(-2.500001, -3)]
    [InlineData(0.1, 0)]
    public void What_lies_below_the_LSB_is_rounded_to_even_and_reported(double units, int expected)
    {
        double lsb = Math.ScaleB(1, FormatInfo.Of(NumberFormat.P8).ProductLsbExponent);
        var table = ChannelTable.Make(NumberFormat.P8, 1, [1, units * lsb]);
        Assert.Equal(expected, table.Entries[1].Bias);
        ChannelRounding rounding = Assert.Single(table.Roundings);
        Assert.Equal((1, (expected - units) * lsb), (rounding.Channel, rounding.Error));
    }

    [Fact]
    public void What_takes_more_than_32_bits_is_rounded_once_from_the_exact_value()
    {
        // In units of the LSB, 2^-2 for fp4. 11 is nearer to 8 than to 16, but rounded first to 4 and then to 8 it would become 16.
        Check(((BigInteger)1 << 33) + 11, (1 << 30) + 1, 3);
        Check((((BigInteger)1 << 31) - 1) * 4 + 2, 1 << 30, 3); // a carry out of 31 bits
        Check(-(((BigInteger)1 << 31) * 2) - 1, int.MinValue, 1); // a tie, to the end of 32 bits
        Check(-(((BigInteger)1 << 31) * 2) - 2, -(1 << 30), 2); // a tie, beyond it
        Check(((BigInteger)1 << 40) + 512, 1 << 30, 10); // a tie to even
        Check(((BigInteger)3 << 39) + 513, (3 << 29) + 1, 10);

        static void Check(BigInteger units, int bias, int exponent)
        {
            var table = ChannelTable.Make(NumberFormat.Fp4, 1, [ExactBias.Scaled(units, -2)]);
            ChannelEntry entry = table.Entries[0];
            Assert.True(entry.Bias == bias && entry.BiasExponent == exponent, $"{units}: {entry}, should be {bias} * 2^{exponent}");
            Assert.Equal((double)((BigInteger)entry.Sum - units) / 4, Assert.Single(table.Roundings).Error);
        }
    }

    [Fact]
    public void Random_rationals_are_rounded_to_the_nearest_there_is()
    {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            NumberFormat format = FormatInfo.Inputs[random.Next(4)].Format;
            int lsb = FormatInfo.Of(format).ProductLsbExponent;
            var numerator = (BigInteger)random.NextInt64(long.MinValue, long.MaxValue) << random.Next(format == NumberFormat.P16 ? 7 : 40);
            BigInteger denominator = random.NextInt64(1, 1L << random.Next(1, 60));
            ExactBias bias = new(numerator, denominator);
            ChannelEntry entry = ChannelTable.Make(format, 1, [bias]).Entries[0];

            // |stored − wanted| is at most half of the entry's last place, all times 2·denominator to stay whole.
            int up = Math.Max(0, -lsb);
            BigInteger wanted = (numerator << up) * 2;
            BigInteger stored = ((BigInteger)entry.Bias << entry.BiasExponent) * 2 * denominator;
            Assert.True(BigInteger.Abs(stored - wanted) <= denominator << entry.BiasExponent, $"{format} {bias}: {entry}");
            Assert.True(entry.BiasExponent == 0 || Math.Abs((long)entry.Bias) >= 1 << 30, $"{format} {bias}: {entry} wastes bits");
        }
    }

    [Theory]
    [InlineData(NumberFormat.P16, 32767)]
    [InlineData(NumberFormat.P16, 1)]
    [InlineData(NumberFormat.P8, 32767)]
    [InlineData(NumberFormat.Fp4, 1)]
    public void No_sum_can_leave_127_bits(NumberFormat format, int terms)
    {
        FormatInfo info = FormatInfo.Of(format);
        BigInteger largest = format == NumberFormat.Fp4 ? 144 : BigInteger.One << (4 * info.MaxExponent);
        BigInteger room = (BigInteger.One << 127) - 1 - (terms * largest);

        // The largest bias of 31 bits below the room, and the next one above.
        int drop = (int)room.GetBitLength() - 31;
        BigInteger most = room >> drop << drop;
        ExactBias Bias(BigInteger units) => ExactBias.Scaled(units, info.ProductLsbExponent);
        foreach (int sign in new[] { 1, -1 })
        {
            Assert.Equal(sign * most, (BigInteger)ChannelTable.Make(format, terms, [Bias(sign * most)]).Entries[0].Sum);
            ArgumentException error = Assert.Throws<ArgumentException>(
                () => ChannelTable.Make(format, terms, [Bias(0), Bias(sign * (most + (BigInteger.One << drop)))]));
            Assert.Contains("channel 1 has the bias", error.Message, StringComparison.Ordinal);
            Assert.Contains($"with {terms} products of {info}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_bias_is_refused_by_channel()
    {
        Assert.Contains("channel 1 has the bias NaN", Assert.Throws<ArgumentException>(
            () => ChannelTable.Make(NumberFormat.P8, 1, [0.0, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("channel 0 has the bias 1E+300: at most", Assert.Throws<ArgumentException>(
            () => ChannelTable.Make(NumberFormat.P8, 1, [1e300])).Message, StringComparison.Ordinal);
        Assert.Contains("2 scales for 1 channels", Assert.Throws<ArgumentException>(
            () => ChannelTable.Make(NumberFormat.P8, 1, [0.0], [1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ChannelTable.Make(NumberFormat.F32, 1, [0.0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChannelTable.Make(NumberFormat.P8, 32768, [0.0]));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(0.0)]
    public void Doubles_are_taken_as_they_are(double value) => Assert.Equal(value, ExactBias.Of(value).ToDouble());

    [Fact]
    public void Bytes_stand_where_the_layout_says_and_hardware_ignores_the_rest()
    {
        ChannelEntry[] entries = [new(0x12345678, 100, -3), new(-2, 0, 5)];
        byte[] bytes = ChannelTable.ToBytes(entries);
        Assert.Equal([0x78, 0x56, 0x34, 0x12, 100, 0xfd, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0, 5, 0, 0], bytes);
        (bytes[4], bytes[6], bytes[15]) = (100 | 0x80, 0xaa, 0x55);
        Assert.Equal(entries, ChannelTable.FromBytes(bytes));
        Assert.Equal(ChannelTableLayout.EntryBytes, ChannelTableLayout.Fields.Sum(field => field.Bytes) + 2);
    }
}
