using System.Globalization;
using Barter.Engine.Strategies;

namespace Barter.Engine.Tests.Strategies;

public sealed class AveragesTests
{
    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed) ? seed : 20_250_102;

    /// <summary>Small prices and large ones, and steps of any size: all ways in which it can be counted.</summary>
    [Theory]
    [InlineData("0.000012", "0.0000000001")]
    [InlineData("0.0000000001", "0.0000000001")]
    [InlineData("104235.17", "0.01")]
    [InlineData("104235.17", "5000")]
    [InlineData("104235.1234567891234567891", "0.000000000012345")]
    [InlineData("123456789.25", "1000000")]
    [InlineData("461168601", "2")]
    [InlineData("461168601", "400000000")]
    [InlineData("900000000000", "800000000000")]
    public void Averages_are_what_decimals_give_that_are_rounded_to_ten_digits(string price, string step)
    {
        var random = new Random((int)(Seed % int.MaxValue));
        var first = decimal.Parse(price, CultureInfo.InvariantCulture);
        var size = decimal.Parse(step, CultureInfo.InvariantCulture);
        foreach (var (fast, slow) in new[] { (1_000_000L, 666_667L), (500_000L, 19_802L), (95_238L, 1L) })
        {
            var averages = default(Averages);
            var (fastExpected, slowExpected) = (0m, 0m);
            for (var i = 0; i < 2_000; i++)
            {
                var told = first + (size * random.Next(-1_000, 1_001) / 1_000m);
                averages.Add(told, fast, slow);
                fastExpected = Moved(i == 0 ? null : fastExpected, told, fast);
                slowExpected = Moved(i == 0 ? null : slowExpected, told, slow);

                Assert.True(
                    (averages.Fast, averages.Slow, averages.Trend)
                    == (fastExpected, slowExpected, fastExpected.CompareTo(slowExpected)),
                    $"seed {Seed}, price {i}: {told} with {fast} and {slow}");
            }
        }
    }

    private static decimal Moved(decimal? average, decimal price, long share)
    {
        var rounded = Math.Round(price, 10);
        var from = average ?? rounded;
        return Math.Round(from + ((rounded - from) * (share / 1_000_000m)), 10);
    }
}
