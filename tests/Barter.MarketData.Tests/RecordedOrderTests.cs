using Barter.Model;

namespace Barter.MarketData.Tests;

public class RecordedOrderTests
{
    [Fact]
    public void A_late_item_is_delivered_in_file_order_and_counted()
    {
        var reading = Reading.OfText(Lines("10:00:59.5", "10:01:00", "10:00:00", "10:00:30", "10:02:00"));

        Assert.Equal("", reading.Refusal);
        Assert.Equal([59_500L, 60_000, 0, 30_000, 120_000], reading.Events.Select(Millis));
        Assert.Equal(
            (5, 2, TimeSpan.FromSeconds(60)),
            (reading.Report.Items, reading.Report.Late, reading.Report.LatestBy));
        Assert.Equal(Timestamp.Parse("2025-01-02T10:00:00Z"), reading.Report.First);
        Assert.Equal(Timestamp.Parse("2025-01-02T10:02:00Z"), reading.Report.Last);
    }

    [Fact]
    public void An_item_that_is_too_late_is_refused_with_both_times_and_the_line()
    {
        var reading = Reading.OfText(Lines("10:00:00", "10:01:00.5", "10:00:00.4"));

        Assert.Equal(2, reading.Events.Count);
        Assert.StartsWith(
            ":3: time 2025-01-02T10:00:00.400Z is before 2025-01-02T10:01:00.500Z",
            reading.Refusal, StringComparison.Ordinal);
        Assert.Contains("MaxLateness", reading.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void How_late_is_too_late_is_an_option()
    {
        var text = Lines("10:00:01", "10:00:00");

        Assert.Single(Reading.OfText(text, new() { MaxLateness = TimeSpan.Zero }).Events);
        Assert.Equal(2, Reading.OfText(text, new() { MaxLateness = TimeSpan.MaxValue }).Events.Count);
        Assert.Throws<ArgumentException>(() => Reading.OfText(text, new() { MaxLateness = TimeSpan.FromTicks(-1) }));
    }

    [Fact]
    public void Lateness_of_centuries_overflows_nothing()
    {
        var text = Lines("10:00:00").Replace("2025", "2261", StringComparison.Ordinal)
            + Lines("10:00:00").Replace("2025", "1678", StringComparison.Ordinal);

        Assert.StartsWith(":2: time 1678", Reading.OfText(text).Refusal, StringComparison.Ordinal);
        Assert.Equal(
            TimeSpan.FromDays(212_936),
            Reading.OfText(text, new() { MaxLateness = TimeSpan.MaxValue }).Report.LatestBy);
    }

    private static string Lines(params string[] times) => string.Concat(times.Select(
        time => Given.TradeWith("time_exchange", $"\"2025-01-02T{time}Z\"") + "\n"));

    private static long Millis(MarketEvent marketEvent) =>
        (long)(marketEvent.TimeExchange - Timestamp.Parse("2025-01-02T10:00:00Z")).TotalMilliseconds;
}
