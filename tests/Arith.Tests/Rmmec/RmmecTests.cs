using CsCheck;

namespace XrNpe.Arith.Tests;

public class RmmecTests
{
    [Fact]
    public void Any_two_p16_significands_multiply_as_plain_integers() =>
        Gen.Select(Gen.UInt[0, 0x1fff], Gen.UInt[0, 0x1fff]).Sample((a, b) => Rmmec.Multiply(NumberFormat.P16, a, b) == a * b, iter: 100_000);

    [Theory]
    [InlineData(NumberFormat.P8, 6)]
    [InlineData(NumberFormat.Fp4, 2)]
    [InlineData(NumberFormat.P4, 2)]
    public void Every_pair_of_small_significands_multiplies_in_every_lane_whatever_the_others_hold(NumberFormat format, int width)
    {
        uint all = (1u << width) - 1;
        int lanes = FormatInfo.Of(format).Lanes;
        for (int lane = 0; lane < lanes; lane++)
        {
            uint others = ((1u << (width * lanes)) - 1) & ~(all << (width * lane));
            uint squares = Enumerable.Range(0, lanes).Where(other => other != lane).Aggregate(0u, (sum, other) => sum | (all * all) << (2 * width * other));
            for (uint a = 0; a <= all; a++)
            {
                for (uint b = 0; b <= all; b++)
                {
                    uint product = Rmmec.Multiply(format, others | (a << (width * lane)), others | (b << (width * lane)));
                    TestFormats.AssertCode(squares | ((a * b) << (2 * width * lane)), product, format, $"product in lane {lane}", a, b);
                }
            }
        }
    }

    [Theory]
    [InlineData(NumberFormat.P16, 49, 0, 0)]
    [InlineData(NumberFormat.P8, 18, 6, 25)]
    [InlineData(NumberFormat.P4, 4, 12, 33)]
    [InlineData(NumberFormat.Fp4, 4, 12, 33)]
    public void Cells_in_use_are_counted_by_mode(NumberFormat format, int multiplying, int exponent, int dark)
    {
        Assert.Equal(new Utilisation(multiplying, exponent, dark), Rmmec.UtilisationOf(format));
        Assert.Equal(49, Rmmec.UtilisationOf(format).Cells);
    }

    [Fact]
    public void Cells_that_are_not_built_are_not_dark()
    {
        Assert.Equal(new Utilisation(18, 6, 0), Rmmec.UtilisationOf(NumberFormat.P8, [NumberFormat.P8], exponentCells: true));
        Assert.Equal(new Utilisation(18, 0, 0), Rmmec.UtilisationOf(NumberFormat.P8, [NumberFormat.P8], exponentCells: false));
        Assert.Equal(new Utilisation(4, 12, 14), Rmmec.UtilisationOf(NumberFormat.P4, [NumberFormat.P4, NumberFormat.P8], exponentCells: true));
        Assert.Equal(new Utilisation(4, 0, 45), Rmmec.UtilisationOf(NumberFormat.Fp4, [NumberFormat.Fp4, NumberFormat.P16], exponentCells: false));
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void A_mode_does_not_multiply_with_a_cell_that_compares(NumberFormat format)
    {
        for (int cell = 0; cell < 49; cell++)
        {
            (int row, int column) = (cell / 7, cell % 7);
            int lane = (row, column) switch
            {
                (0, >= 3 and <= 5) => 0,
                (1, >= 3 and <= 5) => 1,
                (3, <= 2) => 2,
                (4, <= 2) => 3,
                _ => -1,
            };
            bool compares = format != NumberFormat.P16 && lane >= 0 && (format != NumberFormat.P8 || lane is 0 or 3);
            Assert.Equal(compares, Rmmec.RoleOf(format, row, column) == CellRole.Exponent);
        }
    }

    [Theory]
    [MemberData(nameof(TestFormats.Inputs), MemberType = typeof(TestFormats))]
    public void The_evaluated_grid_gives_the_product_and_its_roles(NumberFormat format) =>
        Gen.Select(Gen.UShort, Gen.UShort).Sample(
            (a, b) =>
            {
                ulong x = OperandBus.Decode(format, a, 0xf);
                ulong y = OperandBus.Decode(format, b, 0xf);
                RmmecResult result = Rmmec.Evaluate(format, x, y);
                Assert.Equal(format, result.Format);
                Assert.Equal(Rmmec.Multiply(format, OperandBus.Significands(x), OperandBus.Significands(y)), result.Product);
                for (int cell = 0; cell < 49; cell++)
                {
                    CellInputs inputs = result.Inputs(cell / 7, cell % 7);
                    Assert.Equal(Rmmec.RoleOf(format, cell / 7, cell % 7), inputs.Role);
                    Assert.Equal(RmmecCell.Evaluate(inputs), result.Outputs(cell / 7, cell % 7));
                }
            },
            iter: 500);

    [Fact]
    public void Lanes_of_p8_use_digits_0_to_2_and_3_to_5()
    {
        Assert.Equal(CellRole.Multiply, Rmmec.RoleOf(NumberFormat.P8, 0, 2));
        Assert.Equal(CellRole.Dark, Rmmec.RoleOf(NumberFormat.P8, 2, 3));
        Assert.Equal(CellRole.Exponent, Rmmec.RoleOf(NumberFormat.P8, 0, 3));
        Assert.Equal(CellRole.Multiply, Rmmec.RoleOf(NumberFormat.P8, 3, 5));
        Assert.Equal(CellRole.Dark, Rmmec.RoleOf(NumberFormat.P8, 6, 6));
    }

    [Fact]
    public void There_is_no_cell_outside_the_grid()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rmmec.RoleOf(NumberFormat.P16, 7, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rmmec.RoleOf(NumberFormat.P16, 0, -1));
    }
}
