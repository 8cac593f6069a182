using CsCheck;

namespace XrNpe.Arith.Tests;

public class OperandBusTests
{
    [Theory]
    [InlineData(NumberFormat.P16, 13, new[] { 4 }, new[] { 3 })]
    [InlineData(NumberFormat.P8, 6, new[] { 0, 12 }, new[] { 1, 3 })]
    [InlineData(NumberFormat.P4, 2, new[] { 0, 4, 8, 12 }, new[] { 0, 1, 2, 3 })]
    [InlineData(NumberFormat.Fp4, 2, new[] { 0, 4, 8, 12 }, new[] { 0, 1, 2, 3 })]
    public void Every_lane_stands_where_the_layout_says(NumberFormat format, int significandWidth, int[] exponentLow, int[] signBit)
    {
        FormatInfo info = FormatInfo.Of(format);
        int distanceBase = format switch { NumberFormat.P16 => 31, NumberFormat.P8 => 7, NumberFormat.P4 => 4, _ => 8 };
        uint exponentMask = format == NumberFormat.P16 ? 0x3fu : 0xf;
        Gen.Select(Gen.UShort, Gen.Int[0, 15]).Sample(
            (word, valid) =>
            {
                ulong offset = OperandBus.Decode(format, word, valid);
                ulong distance = OperandBus.Decode(format, word, valid, ExponentCoding.Distance);
                bool nar = false;
                for (int lane = 0; lane < info.Lanes; lane++)
                {
                    bool counts = (valid >> lane & 1) != 0;
                    Unpacked value = counts ? Decode.Code(format, (uint)word >> (lane * info.Bits)) : default;
                    nar |= value.IsNaR;
                    Assert.Equal(value.Significand, OperandBus.Significands(offset) >> (significandWidth * lane) & ((1u << significandWidth) - 1));
                    Assert.Equal(value.Sign, (OperandBus.Signs(offset) >> signBit[lane] & 1) != 0);

                    uint below = (uint)(distanceBase - value.Exponent);
                    uint above = format == NumberFormat.P16 ? below : (uint)(8 + value.Exponent);
                    Assert.Equal(above, OperandBus.Exponents(offset) >> exponentLow[lane] & exponentMask);
                    Assert.Equal(below, OperandBus.Exponents(distance) >> exponentLow[lane] & exponentMask);
                    Assert.Equal(value.Exponent, OperandBus.Exponent(info, offset, lane));
                    Assert.Equal(value.Exponent, OperandBus.Exponent(info, distance, lane, ExponentCoding.Distance));
                }

                Assert.Equal(nar, OperandBus.IsNaR(offset));
                Assert.Equal((OperandBus.Significands(offset), OperandBus.Signs(offset)), (OperandBus.Significands(distance), OperandBus.Signs(distance)));
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData(NumberFormat.P16, 0x4000, (0x01f0ul << 14) | 0x1000ul)] // 1.0: significand 1000, 31 below the top
    [InlineData(NumberFormat.P16, 0x8000, (1ul << 34) | (8ul << 30) | (0x01f0ul << 14))] // NaR, with its sign bit
    [InlineData(NumberFormat.P8, 0xc040, (0x8ul << 30) | (0x8008ul << 14) | 0x820ul)] // lanes 1.0 and −1.0
    [InlineData(NumberFormat.P4, 0x7141, (0xc484ul << 14) | 0x55ul)] // 1/16, 1, 1/16, 16
    [InlineData(NumberFormat.Fp4, 0x8765, (0x8ul << 30) | (0x8aa9ul << 14) | 0x3bul)] // 3, 4, 6, −0
    public void Known_words_have_known_buses(NumberFormat format, int word, ulong bus) =>
        Assert.Equal(bus, OperandBus.Decode(format, (ushort)word, 0xf));

    [Fact]
    public void A_lane_that_is_not_valid_is_plus_zero_even_if_NaR() => Assert.Equal(0x8008ul << 14, OperandBus.Decode(NumberFormat.P8, 0x8080, 0));

    [Theory]
    [InlineData(NumberFormat.P16, 26)]
    [InlineData(NumberFormat.P8, 12)]
    [InlineData(NumberFormat.P4, 4)]
    [InlineData(NumberFormat.Fp4, 4)]
    public void The_grid_multiplies_what_the_bus_carries_lane_by_lane(NumberFormat format, int productWidth)
    {
        FormatInfo info = FormatInfo.Of(format);
        Gen.Select(Gen.UShort, Gen.UShort).Sample(
            (wordA, wordB) =>
            {
                uint products = Rmmec.Multiply(
                    format,
                    OperandBus.Significands(OperandBus.Decode(format, wordA, 0xf)),
                    OperandBus.Significands(OperandBus.Decode(format, wordB, 0xf)));
                for (int lane = 0; lane < info.Lanes; lane++)
                {
                    uint a = Decode.Code(format, (uint)wordA >> (lane * info.Bits)).Significand;
                    uint b = Decode.Code(format, (uint)wordB >> (lane * info.Bits)).Significand;
                    Assert.Equal(a * b, products >> (productWidth * lane) & ((1u << productWidth) - 1));
                }
            },
            iter: 10_000);
    }
}
