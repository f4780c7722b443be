using System.Globalization;

namespace Barter.Model.Tests;

public sealed class DecimalUnitsTests
{
    public static TheoryData<string> Numbers =>
    [
        "0", "0.00", "-0.0", "1", "-1", "104235.17", "0.00000001", "-0.00000001", "1.2300000000",
        "92233720368.54775807", "92233720368.54775808", "-92233720368.54775807", "-92233720368.54775808",
        "10000000000000", "10000000000000.00000001", "9999999999999.999", "10000000000000.0000000000000",
        "0.0000000000000000000000000001",
        "79228162514264337593543950335", "-79228162514264337593543950335", "18446744073709551615",
        "4294967296", "1.0000000000000000000000000000", "7.9228162514264337593543950335",
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_counted_where_the_unit_and_a_long_hold_it(string text)
    {
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);
        var isHeld = number.Scale <= 8 && Math.Abs(number) <= long.MaxValue / 100_000_000m;

        Assert.Equal(isHeld, DecimalUnits.TryCount(number, 8, out var units));
        Assert.Equal(isHeld ? number : 0m, DecimalUnits.Of(units, 8));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_compared_as_any_other_is(string text)
    {
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);

        foreach (var most in new[] { 0L, 1L, 104_235L, 10_000_000_000_000L, long.MaxValue })
        {
            Assert.Equal(number > 0m && number <= most, DecimalUnits.IsPositiveUpTo(number, most));
        }
    }

    [Fact]
    public void Every_place_has_its_unit()
    {
        for (var places = 0; places <= DecimalUnits.PlacesMax; places++)
        {
            Assert.True(DecimalUnits.TryCount(-7m, places, out var units));
            Assert.Equal(-7m, DecimalUnits.Of(units, places));
            Assert.Equal(units, DecimalUnits.TryCount(-0.7m, places, out var tenth) ? tenth * 10 : units);
        }
    }
}
