using System.Globalization;
using Barter.Model;
using Barter.Statistics.Primitives;
using Barter.Statistics.Sampling;
using Barter.Statistics.Tests.Sessions;
using static Barter.Statistics.Tests.Primitives.Days;

namespace Barter.Statistics.Tests;

public sealed class AssetTearSheetTests
{
    private static readonly decimal[] Totals = [1.0m, 2.0m, 1.5m, 1.0m, 2.5m, 2.4m, 2.4m, 2.41m, 3.0m];

    [Theory]
    [InlineData("TA-0", 1, "2.0", "0", 1, 0, null, 0)]
    [InlineData("TA-1", 2, "2.0", "0.25", 1, 0, null, 0)]
    [InlineData("TA-2", 3, "2.0", "0.5", 1, 0, null, 0)]
    [InlineData("TA-3", 4, "2.5", "0", 4, 1, "0.5", 259_200_000)]
    [InlineData("TA-4", 5, "2.5", "0.04", 4, 1, "0.5", 259_200_000)]
    [InlineData("day 6", 6, "2.5", "0.04", 4, 1, "0.5", 259_200_000)]
    [InlineData("day 7", 7, "2.5", "0.04", 4, 1, "0.5", 259_200_000)]
    [InlineData("day 8", 8, "3.0", "0", 8, 2, "0.27", 302_400_000)]
    public void Drawdowns_follow_the_total(
        string _, int day, string peak, string depth, int dayPeak, long ended, string? mean, long meanMillis)
    {
        var statistics = Fed(day);

        Assert.Equal(
            (Number(peak), Number(depth), Day(dayPeak), Day(day)),
            (
                statistics.Drawdown.Peak,
                statistics.Drawdown.DrawdownMax,
                statistics.Drawdown.TimePeak,
                statistics.Drawdown.TimeNow));
        Assert.Equal(ended, statistics.DrawdownCount);
        if (statistics.Drawdown.Generate() is null)
        {
            var sheet = statistics.Generate();
            Assert.Equal(mean is null ? null : new MeanDrawdown(Number(mean), meanMillis), sheet.DrawdownMean);
            Assert.Equal(mean is null ? null : new Drawdown(0.5m, Day(1), Day(4)), sheet.DrawdownMax);
        }
    }

    [Fact]
    public void TA_4_the_unfinished_drawdown_is_counted_once_however_often_it_is_asked_for()
    {
        var statistics = Fed(5);

        var sheet = statistics.Generate();

        Assert.Equal(sheet, statistics.Generate());
        Assert.Equal(new Drawdown(0.04m, Day(4), Day(5)), sheet.Drawdown);
        Assert.Equal(new MeanDrawdown(0.27m, 172_800_000), sheet.DrawdownMean);
        Assert.Equal(new Balance(2.4m, 2.4m), sheet.BalanceEnd);
    }

    [Theory]
    [InlineData("older", 4, "2.4")]
    [InlineData("as old", 5, "7")]
    [InlineData("newer", 6, "7")]
    public void A_balance_older_than_the_one_known_is_ignored(string _, int day, string total)
    {
        var statistics = Fed(5);

        statistics.Update(Session.Balance(0, 7m, Day(day)));

        Assert.Equal(Number(total), statistics.Generate().BalanceEnd?.Total);
    }

    private static AssetStatistics Fed(int untilDay)
    {
        var statistics = new AssetStatistics();
        for (var day = 0; day <= untilDay; day++)
        {
            statistics.Update(Session.Balance(0, Totals[day], Day(day)));
        }

        return statistics;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
