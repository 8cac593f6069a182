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
    [InlineData(NumberFormat.P16, 49)]
    [InlineData(NumberFormat.P8, 18)]
    [InlineData(NumberFormat.P4, 4)]
    [InlineData(NumberFormat.Fp4, 4)]
    public void Cells_in_use_are_counted_by_mode(NumberFormat format, int multiplying)
    {
        Assert.Equal(new Utilisation(multiplying, 49 - multiplying), Rmmec.UtilisationOf(format));
        Assert.Equal(49, Rmmec.UtilisationOf(format).Cells);
    }

    [Fact]
    public void Lanes_of_p8_use_digits_0_to_2_and_3_to_5()
    {
        Assert.Equal(CellRole.Multiply, Rmmec.RoleOf(NumberFormat.P8, 0, 2));
        Assert.Equal(CellRole.Dark, Rmmec.RoleOf(NumberFormat.P8, 2, 3));
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
