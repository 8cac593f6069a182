namespace XrNpe.Vio.Tests;

public sealed class ReportTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(9_876, "9\u202f876")]
    [InlineData(28_812, "28.8\u202fk")]
    [InlineData(174_800_000, "175\u202fM")]
    [InlineData(2_500_000_000, "2.50\u202fG")]
    public void Large_numbers_get_a_prefix(long value, string text) => Assert.Equal(text, ReportText.Short(value));

    [Theory]
    [InlineData(0.15391, "0.154")]
    [InlineData(12.34, "12.3")]
    [InlineData(1234, "1234")]
    [InlineData(0, "0")]
    [InlineData(0.00001234, "1.2·10⁻⁵")]
    [InlineData(double.NaN, "–")]
    public void Measures_have_three_digits(double value, string text) => Assert.Equal(text, ReportText.Three(value));

    [Theory]
    [InlineData(0.00238, "2.4·10⁻³")]
    [InlineData(1, "1.0·10⁰")]
    [InlineData(0, "0")]
    public void Errors_are_powers_of_ten(double value, string text) => Assert.Equal(text, ReportText.Power(value));

    [Theory]
    [InlineData(0.5, "50\u202f%")]
    [InlineData(0.043, "4.3\u202f%")]
    [InlineData(0.0001, "<0.1\u202f%")]
    [InlineData(0, "0\u202f%")]
    public void Shares_are_percent(double value, string text) => Assert.Equal(text, ReportText.Share(value));

    [Fact]
    public void Scales_are_a_range()
    {
        Assert.Equal("2⁻³", ReportText.Scales([-3, -3]));
        Assert.Equal("2⁻¹²…2⁰", ReportText.Scales([-3, 0, -12]));
        Assert.Equal("–", ReportText.Scales([]));
    }

    [Fact]
    public void Names_are_a_list()
    {
        Assert.Equal("", ReportText.And([]));
        Assert.Equal("p8", ReportText.And(["p8"]));
        Assert.Equal("p16, p8 and p4", ReportText.And(["p16", "p8", "p4"]));
    }
}
