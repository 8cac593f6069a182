using CsCheck;

namespace XrNpe.Arith.Tests;

public class OperandBusTests
{
    [Theory]
    [InlineData(NumberFormat.P16, 13, 6, 16)]
    [InlineData(NumberFormat.P8, 6, 4, 8)]
    [InlineData(NumberFormat.P4, 2, 4, 4)]
    [InlineData(NumberFormat.Fp4, 2, 4, 4)]
    public void Every_lane_stands_where_the_layout_says(NumberFormat format, int significandWidth, int exponentWidth, int exponentPitch)
    {
        FormatInfo info = FormatInfo.Of(format);
        Gen.Select(Gen.UShort, Gen.Int[0, 15]).Sample(
            (word, valid) =>
            {
                ulong bus = OperandBus.Decode(format, word, valid);
                bool nar = false;
                for (int lane = 0; lane < info.Lanes; lane++)
                {
                    bool counts = (valid >> lane & 1) != 0;
                    Unpacked value = counts ? Decode.Code(format, (uint)word >> (lane * info.Bits)) : default;
                    nar |= value.IsNaR;
                    uint exponentMask = (1u << exponentWidth) - 1;
                    Assert.Equal(value.Significand, OperandBus.Significands(bus) >> (significandWidth * lane) & ((1u << significandWidth) - 1));
                    Assert.Equal((uint)value.Exponent & exponentMask, OperandBus.Exponents(bus) >> (exponentPitch * lane) & exponentMask);
                    Assert.Equal(value.Sign, (OperandBus.Signs(bus) >> lane & 1) != 0);
                }

                Assert.Equal(nar, OperandBus.IsNaR(bus));
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData(NumberFormat.P16, 0x4000, 0x1000ul)] // 1.0: significand 1000, exponent 0
    [InlineData(NumberFormat.P16, 0x8000, (1ul << 34) | (1ul << 30))] // NaR, with its sign bit
    [InlineData(NumberFormat.P8, 0xc040, (0x2ul << 30) | 0x820ul)] // lanes 1.0 and −1.0
    [InlineData(NumberFormat.P4, 0x7141, (0x4c0cul << 14) | 0x55ul)] // 1/16, 1, 1/16, 16
    [InlineData(NumberFormat.Fp4, 0x8765, (0x8ul << 30) | (0x0221ul << 14) | 0x3bul)] // 3, 4, 6, −0
    public void Known_words_have_known_buses(NumberFormat format, int word, ulong bus) =>
        Assert.Equal(bus, OperandBus.Decode(format, (ushort)word, 0xf));

    [Fact]
    public void A_lane_that_is_not_valid_is_plus_zero_even_if_NaR() => Assert.Equal(0ul, OperandBus.Decode(NumberFormat.P8, 0x8080, 0));

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
