using Barter.Model;
using static Barter.Statistics.Tests.Primitives.Days;
using static Barter.Statistics.Tests.Sessions.Session;

namespace Barter.Statistics.Tests;

public sealed partial class TradingSummaryTextTests
{
    [Fact]
    public void A_summary_reads_as_JSON() => Assert.Equal(Golden, TwoDays().ToJson(indented: true));

    [Fact]
    public void Compact_JSON_is_the_same_on_one_line() =>
        Assert.Equal(
            Golden.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
            TwoDays().ToJson().Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void A_summary_is_a_dictionary_with_the_keys_of_its_JSON()
    {
        var map = TwoDays().ToDictionary();

        Assert.Equal(["time_engine_start", "time_engine_end", "portfolio", "instruments", "assets"], map.Keys);
        Assert.Equal(Start, map["time_engine_start"]);
        var sheet = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(
            Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(map["instruments"])["binance_spot-btc_usdt"]);
        Assert.Equal((4.95m, 2L), (sheet["pnl"], sheet["positions_closed"]));
    }

    [Fact]
    public void A_summary_reads_as_tables()
    {
        var tables = TradingSummaryTables.Of(TwoDays());

        Assert.Equal("Trading Summary (Trading Duration: 2 Day(s) & 6 Hour(s))", tables.Title);
        Assert.Equal(
            ["Portfolio", "Drawdowns", "Months", "Instruments", "Assets"],
            tables.Tables.Select(table => table.Title));
        Assert.Equal(["", "binance_spot-btc_usdt"], tables.Tables[3].Columns);
        Assert.Equal(
            [
                ["PnL", "4.95"],
                ["PnL Realised", "4.95"],
                ["PnL Unrealised", "0.00"],
                ["Fees", "0.50"],
                ["Slippage", "0.00"],
                ["Return Daily", "0.22%"],
                ["Sharpe Daily", "0.2357"],
                ["Sortino Daily", "0.7071"],
                ["Calmar Daily", "0.4944"],
                ["PnL Drawdown", "0.50%"],
                ["PnL Drawdown Avg", "0.50%"],
                ["PnL Drawdown Max", "0.50%"],
                ["Win Rate", "50.0%"],
                ["Profit Factor", "1.98"],
                ["Positions Closed", "2"],
                ["Payoff", "1.98"],
                ["Expectancy", "2.48"],
                ["System Quality", "0.3289"],
                ["Kelly Fraction", "24.8%"],
                ["Largest Win", "10.00"],
                ["Largest Loss", "-5.05"],
                ["Duration Avg", "0 Minutes"],
                ["Winning Streak", "1"],
                ["Losing Streak", "1"],
                ["MAE Avg", "n/a"],
                ["MAE Max", "n/a"],
                ["MFE Avg", "n/a"],
                ["MFE Max", "n/a"],
                ["Long PnL", "4.95"],
                ["Short PnL", "0.00"],
            ],
            tables.Tables[3].Rows);
        Assert.Equal(["", "binance_spot_btc", "binance_spot_usdt"], tables.Tables[4].Columns);
        Assert.Equal(
            [
                ["Balance", "n/a", "1004.95000000"],
                ["Drawdown", "n/a", "0.50%"],
                ["Drawdown Avg", "n/a", "0.50%"],
                ["Drawdown Max", "n/a", "0.50%"],
            ],
            tables.Tables[4].Rows);
    }

    [Fact]
    public void Tables_say_why_there_is_no_number()
    {
        var summary = Generator().Generate();
        var (all, key) = (TradingSummaryTables.Of(summary), TradingSummaryTables.KeyFigures(summary));

        Assert.Equal(["Sharpe Daily", "n/a"], Instruments(all)[6]);
        Assert.Equal(["PnL Drawdown", "n/a"], Instruments(all)[9]);
        Assert.Equal(["Win Rate", "n/a"], Instruments(all)[12]);
        Assert.Contains("n/a, no closed positions: win_rate, profit_factor", all.Notes);
        Assert.StartsWith("n/a: too few observations, no closed positions", Assert.Single(key.Notes));
    }

    [Fact]
    public void The_key_figures_are_a_part_of_the_tables()
    {
        var (all, key) = (TradingSummaryTables.Of(TwoDays()), TradingSummaryTables.KeyFigures(TwoDays()));

        Assert.Equal(["Portfolio", "Instruments", "Assets"], key.Tables.Select(table => table.Title));
        Assert.Subset(all.Tables[0].Rows.ToHashSet(), key.Tables[0].Rows.ToHashSet());
        Assert.Equal(13, key.Tables[0].Rows.Count);
        Assert.Equal(all.Tables[3].Rows.Take(15), key.Tables[1].Rows);
    }

    [Fact]
    public void A_percentage_may_be_larger_than_a_decimal()
    {
        var generator = Generator();
        generator.Update(Balance(1, 0.0000000000000000000001m, Start));
        generator.Sample(Day(0) + TimeSpan.FromHours(1), [new InstrumentSample(null, 1_000_000m, 0m, 0m)]);

        var rows = Instruments(TradingSummaryTables.Of(generator.Generate()));

        Assert.Equal(["Return Daily", "1000000000000000000000000000000%"], rows[5]);
    }

    [Theory]
    [InlineData("0 Minutes", 0)]
    [InlineData("59 Minutes", 59)]
    [InlineData("1 Hour(s) & 0 Minutes", 60)]
    [InlineData("23 Hour(s) & 59 Minutes", 1_439)]
    [InlineData("1 Day(s) & 0 Hour(s)", 1_440)]
    [InlineData("7 Day(s) & 0 Hour(s)", 10_080)]
    [InlineData("1 Week(s) & 0 Day(s)", 10_081)]
    [InlineData("4 Week(s) & 0 Day(s)", 40_320)]
    [InlineData("~28 Days", 40_321)]
    [InlineData("~365 Days", 525_600)]
    public void A_length_reads_in_its_two_largest_units(string text, int minutes) =>
        Assert.Equal(text, TradingSummaryTables.DurationText(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void The_portfolio_reads_as_tables()
    {
        var tables = TradingSummaryTables.Of(TwoDays()).Tables;

        Assert.Equal(["", "usdt"], tables[0].Columns);
        Assert.Equal(
            [
                ["NAV Start", "1000.00"],
                ["NAV End", "1004.95"],
                ["Fees", "0.50"],
                ["Slippage", "0.00"],
                ["Total Return", "0.50%"],
                ["CAGR Daily", "0.22%"],
            ],
            tables[0].Rows.Take(6));
        Assert.Contains(["Flows", "0.00"], tables[0].Rows);
        Assert.Contains(["Sharpe Error Daily", "n/a"], tables[0].Rows);
        Assert.Contains(["Longest Under Water", "12 Hour(s) & 0 Minutes"], tables[0].Rows);
        Assert.Equal(
            [
                ["Depth", "0.50%"],
                ["Peak", "2024-01-02 18:00"],
                ["Valley", "2024-01-02 18:01"],
                ["Recovery", "open"],
                ["Down", "1 Minutes"],
                ["Recovering", "open"],
            ],
            tables[1].Rows);
        Assert.Equal(14, tables[2].Columns.Count);
        Assert.Equal(
            [["2024", "0.50%", "", "", "", "", "", "", "", "", "", "", "", "0.50%"]], tables[2].Rows);
    }

    private static ValueList<ValueList<string>> Instruments(TradingSummaryTables tables) =>
        tables.Tables.Single(table => table.Title == "Instruments").Rows;

    private static TradingSummaryGenerator Generator() =>
        new(InstrumentCatalog.Build([Spot("btc", "usdt")]), Start, 0m, ReturnInterval.Daily);

    // 1 % won on the first day, half a percent lost on the second
    private static TradingSummary TwoDays()
    {
        var generator = Generator();
        generator.Update(Balance(1, 1_000m, Start));
        generator.Update(Exit(0, 10m, Start + TimeSpan.FromHours(12)));
        generator.Sample(Start + TimeSpan.FromHours(12), [new InstrumentSample(100m, 10m, 0m, 0.25m)]);
        generator.Update(Balance(1, 1_010m, Start + TimeSpan.FromHours(12)));
        generator.Sample(Day(1) + TimeSpan.FromHours(18), [new InstrumentSample(100m, 10m, 0m, 0.25m)]);
        generator.Update(Exit(0, -5.05m, Day(1) + TimeSpan.FromHours(18)));
        generator.Sample(Day(1) + TimeSpan.FromHours(18), [new InstrumentSample(99m, 4.95m, 0m, 0.5m)]);
        generator.Update(Balance(1, 1_004.95m, Day(1) + TimeSpan.FromHours(18)));
        generator.Sample(Day(2) + TimeSpan.FromHours(6), [new InstrumentSample(99m, 4.95m, 0m, 0.5m)]);
        return generator.Generate();
    }
}
