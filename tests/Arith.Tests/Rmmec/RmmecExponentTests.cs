using System.Numerics;

namespace XrNpe.Arith.Tests;

/// <summary>Shift distances out of the grid.</summary>
public class RmmecExponentTests
{
    [Theory]
    [InlineData(NumberFormat.P8)]
    [InlineData(NumberFormat.P4)]
    [InlineData(NumberFormat.Fp4)]
    public void Every_pair_of_exponents_gives_its_distances_in_every_lane_whatever_the_others_hold(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        const int Exponents = 1 << OperandBus.SlotBits;
        for (int lane = 0; lane < info.Lanes; lane++)
        {
            for (int a = -Exponents / 2; a < Exponents / 2; a++)
            {
                for (int b = -Exponents / 2; b < Exponents / 2; b++)
                {
                    // The other lanes hold different numbers of every sign.
                    RmmecResult result = Rmmec.Evaluate(format, Bus(info, lane, a, b + 3), Bus(info, lane, b, a - 5));
                    Assert.Equal(Math.Max(0, a + b), result.Left(lane));
                    Assert.Equal(Math.Max(0, -(a + b)), result.Right(lane));
                    Assert.Equal(a + b, result.Exponent(lane));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void Distances_place_every_lanes_product_where_the_quire_has_it(NumberFormat format)
    {
        FormatInfo info = FormatInfo.Of(format);
        var random = new Random(1);
        for (int i = 0; i < 5000; i++)
        {
            (ushort a, ushort b) = ((ushort)random.Next(1 << 16), (ushort)random.Next(1 << 16));
            RmmecResult result = Rmmec.Evaluate(format, OperandBus.Decode(format, a, 0xf), OperandBus.Decode(format, b, 0xf));
            int pitch = Rmmec.ProductBits / 4 / info.Lanes * 4;
            for (int lane = 0; lane < info.Lanes; lane++)
            {
                Unpacked x = Decode.Code(format, (uint)a >> (lane * info.Bits));
                Unpacked y = Decode.Code(format, (uint)b >> (lane * info.Bits));
                BigInteger product = info.Lanes == 1 ? result.Product : result.Product >> (lane * pitch) & ((1u << pitch) - 1);
                Int128 aligned = Align.Product(format, x, y);

                // About 2^0: as many places below it as a product can have.
                const int Below = 90;
                BigInteger placed = (product << (Below - (2 * (info.SignificandBits - 1)))) << result.Left(lane) >> result.Right(lane);
                Assert.Equal((BigInteger)Int128.Abs(aligned) << (Below + info.ProductLsbExponent), placed);
            }
        }
    }

    [Fact]
    public void All_p16_exponents_go_through_an_adder_and_no_cell()
    {
        for (int a = -28; a <= 28; a++)
        {
            for (int b = -28; b <= 28; b++)
            {
                RmmecResult result = Rmmec.Evaluate(NumberFormat.P16, Wide(a), Wide(b));
                Assert.Equal(a + b, result.Exponent(0));
                Assert.Equal((Math.Max(0, a + b), Math.Max(0, -(a + b))), (result.Left(0), result.Right(0)));
            }
        }

        static ulong Wide(int exponent) => (ulong)(31 - exponent) << (OperandBus.SignificandBits + OperandBus.SlotBits);
    }

    [Fact]
    public void The_cells_of_a_comparison_show_digits_and_borrows()
    {
        // p8 lane 1: 2^3 · 2^-5, so A = 8 − 3 = 5 and B = 8 − 5 = 3: digits 1, 1, 0 and 3, 0, 0.
        FormatInfo p8 = FormatInfo.Of(NumberFormat.P8);
        ulong a = Bus(p8, 1, 3, 0) | 1;
        ulong b = Bus(p8, 1, -5, 0) | 1;
        RmmecResult result = Rmmec.Evaluate(NumberFormat.P8, a, b);

        Assert.Equal(new CellInputs(CellRole.Exponent, 0, 0, 1, 3), result.Inputs(4, 0));
        Assert.Equal(new CellOutputs(0, 2, 2, BorrowA: true, BorrowB: false), result.Outputs(4, 0));
        Assert.Equal(new CellInputs(CellRole.Exponent, 0, 0, 1, 0, BorrowA: true), result.Inputs(4, 1));
        Assert.Equal(new CellOutputs(0, 0, 3, BorrowA: false, BorrowB: true), result.Outputs(4, 1));
        Assert.Equal(new CellInputs(CellRole.Exponent, BorrowB: true), result.Inputs(4, 2));
        Assert.Equal(new CellOutputs(0, 0, 3, BorrowA: false, BorrowB: true), result.Outputs(4, 2));
        Assert.Equal((0, 2), (result.Left(1), result.Right(1)));

        Assert.Equal(new CellInputs(CellRole.Multiply, 1, 1), result.Inputs(0, 0));
        Assert.Equal(new CellOutputs(1), result.Outputs(0, 0));
        Assert.Equal(default, result.Inputs(6, 6));
        Assert.Equal(default, result.Outputs(1, 3));
    }

    /// <summary>A bus with one exponent in a lane and another in all others.</summary>
    private static ulong Bus(FormatInfo info, int lane, int exponent, int others)
    {
        ulong bus = 0;
        for (int other = 0; other < info.Lanes; other++)
        {
            int field = (8 + (other == lane ? exponent : others)) & ((1 << OperandBus.SlotBits) - 1);
            bus |= (ulong)field << (OperandBus.SignificandBits + (OperandBus.SlotBits * OperandBus.Slot(info, other)));
        }

        return bus;
    }
}
