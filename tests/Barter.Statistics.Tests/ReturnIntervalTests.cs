namespace Barter.Statistics.Tests;

public sealed class ReturnIntervalTests
{
    [Theory]
    [InlineData("TI-1", "annual_365", "Annual(365)", 525_600)]
    [InlineData("TI-2", "annual_252", "Annual(252)", 362_880)]
    [InlineData("TI-3", "daily", "Daily", 1_440)]
    [InlineData("TI-4", "2h", "Duration 120 (minutes)", 120)]
    [InlineData("TI-5", "90m", "Duration 90 (minutes)", 90)]
    [InlineData("CA-14", "4h", "Duration 240 (minutes)", 240)]
    [InlineData("label", "Annual(252)", "Annual(252)", 362_880)]
    [InlineData("hyphen", "annual-365", "Annual(365)", 525_600)]
    [InlineData("no sign between", "ANNUAL252", "Annual(252)", 362_880)]
    [InlineData("spaces and capitals", "  Daily ", "Daily", 1_440)]
    [InlineData("colons", "00:30:00", "Duration 30 (minutes)", 30)]
    [InlineData("days and colons", "1.12:00:00", "Duration 2160 (minutes)", 2_160)]
    [InlineData("a day is a duration", "1d", "Duration 1440 (minutes)", 1_440)]
    [InlineData("half an hour", "0.5H", "Duration 30 (minutes)", 30)]
    [InlineData("seconds", "120 s", "Duration 2 (minutes)", 2)]
    public void An_interval_is_read(string _, string text, string name, int minutes)
    {
        var interval = ReturnInterval.Parse(text);

        Assert.Equal((name, TimeSpan.FromMinutes(minutes)), (interval.Name, interval.Length));
    }

    [Theory]
    [InlineData("SO-7", "Weekly")]
    [InlineData("RR-12", "weekly")]
    [InlineData("unknown", "unknown")]
    [InlineData("nothing", "")]
    [InlineData("no unit", "4")]
    [InlineData("unknown unit", "4y")]
    [InlineData("no number", "h")]
    [InlineData("no time at all", "0h")]
    [InlineData("backwards", "-4h")]
    [InlineData("backwards with colons", "-00:30:00")]
    [InlineData("longer than time", "99999999999999999999d")]
    [InlineData("half a name", "annual(252")]
    public void What_is_no_interval_is_refused_with_what_would_be_one(string _, string text) =>
        Assert.Equal(
            $"invalid interval '{text}'. valid values are: daily, annual_252, annual_365, or a duration such as 4h",
            Assert.Throws<FormatException>(() => ReturnInterval.Parse(text)).Message);

    [Fact]
    public void A_duration_is_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>("length", () => ReturnInterval.Duration(TimeSpan.Zero));
}
