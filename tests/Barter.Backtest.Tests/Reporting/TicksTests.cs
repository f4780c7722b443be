using Barter.Backtest.Reporting;
using Barter.Model;

namespace Barter.Backtest.Tests.Reporting;

public sealed class TicksTests
{
    [Theory]
    [InlineData("100", 5, "20")]
    [InlineData("430", 5, "100")]
    [InlineData("0.021", 3, "0.01")]
    [InlineData("1.1", 5, "0.25")]
    [InlineData("9.9", 1, "10")]
    [InlineData("1000000", 4, "250000")]
    public void Values_are_marked_at_round_numbers(string range, int count, string step) =>
        Assert.Equal(decimal.Parse(step, null), Ticks.Step(decimal.Parse(range, null), count));

    [Theory]
    [InlineData("a minute", "2025-06-02T09:00:03Z", "2025-06-02T09:01:02Z", "09:00:15 09:00:30 09:00:45 09:01:00")]
    [InlineData("a day", "2025-06-02T00:00:01Z", "2025-06-03T01:00:00Z", "06:00 12:00 18:00 3 Jun")]
    [InlineData("a fortnight", "2025-06-02T10:00:00Z", "2025-06-16T00:00:00Z", "6 Jun 11 Jun 16 Jun")]
    [InlineData("a year", "2024-12-15T00:00:00Z", "2025-12-10T00:00:00Z", "Jan 2025 Apr 2025 Jul 2025 Oct 2025")]
    [InlineData("ten years", "2015-06-01T00:00:00Z", "2025-06-01T00:00:00Z", "2020 2025")]
    public void Times_are_marked_at_round_ones(string length, string first, string last, string labels)
    {
        var ticks = Ticks.Times(Timestamp.Parse(first), Timestamp.Parse(last), 4);

        var found = string.Join(' ', ticks.Select(tick => tick.Label));
        Assert.True(labels == found, $"{length}: {found}");
    }
}
