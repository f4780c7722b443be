using System.Globalization;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests.Primitives;

public sealed class DecimalMathTests
{
    private const decimal E = 2.7182818284590452353602874714m;

    [Theory]
    [InlineData("zero", "0", "0")]
    [InlineData("one", "1", "1")]
    [InlineData("a square", "144", "12")]
    [InlineData("a fraction's square", "0.0025", "0.05")]
    [InlineData("two", "2", "1.4142135623730950488016887242")]
    [InlineData("trading days", "252", "15.874507866387543543009694522")]
    [InlineData("the smallest", "0.0000000000000000000000000001", "0.00000000000001")]
    [InlineData("the largest", "79228162514264337593543950335", "281474976710656")]
    public void A_root_is_exact_to_the_last_place(string _, string value, string root) =>
        Assert.Equal(Number(root), DecimalMath.Sqrt(Number(value)));

    [Theory]
    [InlineData("one", "1", "0")]
    [InlineData("two", "2", "0.6931471805599453094172321215")]
    [InlineData("ten", "10", "2.302585092994045684017991455")]
    [InlineData("a half", "0.5", "-0.6931471805599453094172321215")]
    [InlineData("a gain", "1.009", "0.0089597413714719044431464613")]
    [InlineData("the largest", "79228162514264337593543950335", "66.54212933375474970405428366")]
    public void A_logarithm_is_right_to_25_places(string _, string value, string logarithm) =>
        Near(Number(logarithm), DecimalMath.Ln(Number(value)), 1e-24m);

    [Theory]
    [InlineData("nothing", "0", "1")]
    [InlineData("one", "1", "2.7182818284590452353602874714")]
    [InlineData("less than nothing", "-1", "0.3678794411714423215955237702")]
    [InlineData("ten", "10", "22026.465794806716516957900645")]
    [InlineData("too little to show", "-70", "0")]
    public void An_exponential_is_right_to_25_digits(string _, string exponent, string value) =>
        Near(Number(value), DecimalMath.Exp(Number(exponent)), Math.Max(1m, Number(value)) * 1e-25m);

    [Fact]
    public void An_exponential_reaches_the_largest_decimal_and_no_further()
    {
        Assert.InRange(DecimalMath.Exp(66.5421m) / decimal.MaxValue, 0.9999m, 1m);
        Assert.Throws<OverflowException>(() => DecimalMath.Exp(66.543m));
        Assert.Throws<OverflowException>(() => DecimalMath.Exp(1000m));
    }

    [Fact]
    public void Powers_undo_one_another()
    {
        Near(1.05m, DecimalMath.Pow(DecimalMath.Pow(1.05m, 1m / 365m), 365m), 1e-23m);
        Near(1024m, DecimalMath.Pow(2m, 10m), 1e-22m);
        Near(E, DecimalMath.Pow(E, 1m), 1e-25m);
    }

    [Fact]
    public void What_has_no_root_or_logarithm_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DecimalMath.Sqrt(-1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecimalMath.Ln(0m));
    }

    private static void Near(decimal expected, decimal actual, decimal tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
