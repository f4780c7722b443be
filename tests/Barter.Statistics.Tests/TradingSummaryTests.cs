using Barter.Model;
using static Barter.Statistics.Tests.Primitives.Days;
using static Barter.Statistics.Tests.Sessions.Session;

namespace Barter.Statistics.Tests;

public sealed class TradingSummaryTests
{
    private const int Usdt = 1;
    private static readonly InstrumentCatalog Catalog = InstrumentCatalog.Build([Spot("btc", "usdt")]);

    private static readonly decimal[] Bacon =
    [
        0.003m, 0.026m, 0.011m, -0.010m, 0.015m, 0.025m, 0.016m, 0.067m, -0.014m, 0.040m, -0.005m, 0.081m,
        0.040m, -0.037m, -0.061m, 0.017m, -0.049m, -0.022m, 0.070m, 0.058m, -0.065m, 0.024m, -0.005m, -0.009m,
    ];

    [Theory]
    [InlineData("BA-1 mean", "pnl_return", "1d", 0.009)]
    [InlineData("BA-5 Sharpe per period", "sharpe_ratio", "1d", 0.227568455662389)]
    [InlineData("BA-5 Sharpe per twelve", "sharpe_ratio", "12d", 0.788320254814486)]
    [InlineData("BA-6 Sortino per period", "sortino_ratio", "1d", 0.392372028795065)]
    [InlineData("BA-6 Sortino per twelve", "sortino_ratio", "12d", 1.35921657868386)]
    [InlineData("BA-7 Calmar per twelve", "calmar_ratio", "12d", 0.716639051162375)]
    public void Bacon_s_returns_measure_as_published(string _, string metric, string interval, double published) =>
        Near(published, Metric(OfReturns(Bacon).Generate(ReturnInterval.Parse(interval)), metric));

    [Fact]
    public void BA_1_the_sample_deviation_is_that_of_the_published_Sharpe_ratio()
    {
        var sheet = OfReturns(Bacon).Generate().Instruments.Values.Single();

        Near(0.0395485392463709, sheet.PnlReturn.Value!.Value / sheet.SharpeRatio.Value!.Value);
    }

    [Fact]
    public void BA_7_and_17_the_drawdowns_are_the_published_ones()
    {
        var sheet = OfReturns(Bacon).Generate().Instruments.Values.Single();

        Near(0.144672955739218, sheet.PnlDrawdownMax!.Value.Value);
        Near(
            (0.01 + 0.014 + 0.005 + 0.144672955739218) / 4,
            sheet.PnlDrawdownMean!.Value.Value);
        Assert.Equal(sheet.PnlDrawdownMax, sheet.PnlDrawdown);
    }

    [Fact]
    public void The_published_equity_of_three_trades_measures_as_calculated()
    {
        decimal[] equity = [10_000m, 10_000m, 12_000m, 13_000m, 13_000m, 11_000m];
        var generator = OfReturns([.. equity.Zip(equity.Skip(1), (from, to) => (to / from) - 1m)]);

        var sheet = generator.Generate(ReturnInterval.Annual365).Instruments.Values.Single();

        Near(2d / 13d, sheet.PnlDrawdownMax!.Value.Value);
        Assert.Equal(3.815538m, sheet.SharpeRatio.Value!.Value, 6);
    }

    [Theory]
    [InlineData("NT-1", "daily", "Daily")]
    [InlineData("NT-3", "annual_252", "Annual(252)")]
    [InlineData("SG-5", "annual_365", "Annual(365)")]
    public void A_session_without_trades_earns_nothing_and_says_so_in_the_interval_asked(
        string _, string interval, string label)
    {
        var generator = Generator();
        generator.Update(Balance(Usdt, 10_000m, Start));
        generator.Sample(Start + TimeSpan.FromHours(9), [new InstrumentSample(100m, 0m, 0m, 0m)]);

        var sheet = generator.Generate(ReturnInterval.Parse(interval)).Instruments.Values.Single();

        Assert.Equal((0m, 0L), (sheet.Pnl, sheet.PositionsClosed));
        Assert.Equal(new IntervalMetric(0m, label), sheet.PnlReturn);
        Assert.Equal(
            [new(null, label), new(null, label), new(null, label)],
            new[] { sheet.SharpeRatio, sheet.SortinoRatio, sheet.CalmarRatio });
        Assert.Equal((null, null), (sheet.WinRate, sheet.ProfitFactor));
        Assert.Equal((null, null, null), (sheet.PnlDrawdown, sheet.PnlDrawdownMean, sheet.PnlDrawdownMax));
        Assert.Equal(
            [
                new("sharpe_ratio", "too_few_observations"),
                new("sortino_ratio", "too_few_observations"),
                new("calmar_ratio", "too_few_observations"),
                new("win_rate", "no_closed_positions"),
                new("profit_factor", "no_closed_positions"),
            ],
            sheet.Undefined);
    }

    [Fact]
    public void XA_011_a_closed_position_moves_the_end()
    {
        var start = Timestamp.Parse("2024-06-01T00:00:00Z");
        var generator = new TradingSummaryGenerator(Catalog, start, 0.05m, ReturnInterval.Daily);

        generator.Update(Exit(0, 50m, start + TimeSpan.FromMinutes(30)));

        var summary = generator.Generate();
        Assert.Equal(start + TimeSpan.FromMinutes(30), summary.TimeEngineEnd);
        Assert.Equal(1m, summary.Instruments["binance_spot-btc_usdt"].WinRate);
    }

    [Fact]
    public void SG_2_time_moves_forward_only()
    {
        var generator = Generator();
        generator.UpdateTime(Day(2));
        generator.UpdateTime(Day(1));
        Assert.Equal(Day(2), generator.Generate().TimeEngineEnd);

        generator.Update(Balance(Usdt, 1_000m, Day(3)));
        Assert.Equal(Day(3), generator.Generate().TimeEngineEnd);
    }

    [Fact]
    public void A_summary_asked_twice_is_the_same_and_changes_nothing_that_follows()
    {
        var (asked, silent) = (OfReturns(Bacon[..20]), OfReturns(Bacon[..20]));
        var first = asked.Generate();

        Assert.Equal(first, asked.Generate());
        Assert.Equal(first.ToJson(), asked.Generate(ReturnInterval.Daily).ToJson());
        foreach (var generator in new[] { asked, silent })
        {
            generator.Update(Exit(0, -5m, Day(20)));
            generator.Sample(Day(25), [new InstrumentSample(100m, -5m, 0m, 1m)]);
        }

        Assert.Equal(silent.Generate(), asked.Generate());
        Assert.NotEqual(first, asked.Generate());
    }

    [Fact]
    public void Years_without_an_event_cost_one_sample()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Parse("1ms"));
        generator.Update(Balance(Usdt, 1_000m, Start));
        generator.Sample(Day(1), [new InstrumentSample(null, 10m, 0m, 0m)]);

        generator.Sample(Day(20_000), [new InstrumentSample(null, 10m, 0m, 0m)]);

        Assert.Equal(Day(20_000) + TimeSpan.FromMilliseconds(1), generator.NextSampleAt);
        Near(0.01 / (20_000d * 86_400_000d), generator.Generate().Instruments.Values.Single().PnlReturn.Value!.Value);
    }

    [Fact]
    public void A_position_that_neither_won_nor_lost_is_neither_a_win_nor_a_loss()
    {
        var generator = Generator();
        foreach (var pnl in new[] { 0m, 30m, -10m, 5m })
        {
            generator.Update(Exit(0, pnl, Start));
        }

        var sheet = generator.Generate().Instruments.Values.Single();
        Assert.Equal((4L, 2L, 1L), (sheet.PositionsClosed, sheet.Wins, sheet.Losses));
        Assert.Equal((0.5m, 3.5m), (sheet.WinRate, sheet.ProfitFactor));
    }

    [Fact]
    public void Losing_all_capital_leaves_nothing_to_compound()
    {
        var sheet = OfReturns([0.1m, -1.5m, 0.1m]).Generate().Instruments.Values.Single();

        Assert.Contains(new UndefinedMetric("calmar_ratio", "no_capital"), sheet.Undefined);
        Assert.Contains(
            new UndefinedMetric("calmar_ratio", "capital_lost"),
            OfReturns([0.1m, -1.5m]).Generate().Instruments.Values.Single().Undefined);
    }

    [Fact]
    public void What_the_catalog_does_not_know_is_refused()
    {
        var generator = Generator();

        Assert.Throws<IndexNotFoundException>(() => generator.Update(Balance(7, 1m, Start)));
        Assert.Throws<IndexNotFoundException>(() => generator.Update(Exit(7, 1m, Start)));
        Assert.Equal(
            "0 sample(s) for 1 instrument(s); give one for each (Parameter 'instruments')",
            Assert.Throws<ArgumentException>(() => generator.Sample(Day(1), [])).Message);
        Assert.Equal(
            "valuation asset 'gold' is not one of the assets: binance_spot:btc, binance_spot:usdt "
            + "(Parameter 'valuationAsset')",
            Assert.Throws<ArgumentException>(
                () => new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily, "gold")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(
            "riskFreeReturn", () => new TradingSummaryGenerator(Catalog, Start, -1m, ReturnInterval.Daily));
    }

    [Fact]
    public void Without_instruments_there_is_an_empty_summary()
    {
        var generator = new TradingSummaryGenerator(InstrumentCatalog.Build([]), Start, 0m, ReturnInterval.Daily);
        generator.Sample(Day(2), []);

        Assert.Equal(
            """{"time_engine_start":"2024-01-01T00:00:00Z","time_engine_end":"2024-01-03T00:00:00Z","portfolio":null"""
            + ""","instruments":{},"assets":{}}""",
            generator.Generate().ToJson());
    }

    private static TradingSummaryGenerator Generator() => new(Catalog, Start, 0m, ReturnInterval.Daily);

    // One period of the series is one day
    private static TradingSummaryGenerator OfReturns(decimal[] returns)
    {
        var generator = Generator();
        var (opening, nav) = (1_000m, 1_000m);
        generator.Update(Balance(Usdt, opening, Start));
        for (var day = 1; day <= returns.Length; day++)
        {
            nav *= 1m + returns[day - 1];
            generator.Update(Balance(Usdt, Math.Max(0m, nav), Day(day)));
            generator.Sample(Day(day), [new InstrumentSample(100m, nav - opening, 0m, 0m)]);
        }

        return generator;
    }

    private static decimal Metric(TradingSummary summary, string metric)
    {
        var sheet = (IReadOnlyDictionary<string, object?>)summary.ToDictionary()["instruments"]!;
        var row = (IReadOnlyDictionary<string, object?>)sheet.Values.Single()!;
        return (decimal)((IReadOnlyDictionary<string, object?>)row[metric]!)["value"]!;
    }

    private static void Near(double expected, decimal actual) =>
        Assert.InRange((double)actual / expected, 1d - 1e-12, 1d + 1e-12);
}
