using Barter.Model;
using Barter.Statistics.Primitives;
using Barter.Statistics.Sampling;
using static Barter.Statistics.Tests.Primitives.Days;
using static Barter.Statistics.Tests.Sessions.Session;

namespace Barter.Statistics.Tests;

public sealed class PortfolioSheetTests
{
    private const int Btc = 0;
    private const int Usdt = 1;
    private static readonly InstrumentCatalog Catalog = InstrumentCatalog.Build([Spot("btc", "usdt")]);

    private static readonly decimal[] Bacon =
    [
        0.003m, 0.026m, 0.011m, -0.010m, 0.015m, 0.025m, 0.016m, 0.067m, -0.014m, 0.040m, -0.005m, 0.081m,
        0.040m, -0.037m, -0.061m, 0.017m, -0.049m, -0.022m, 0.070m, 0.058m, -0.065m, 0.024m, -0.005m, -0.009m,
    ];

    [Theory]
    [InlineData("BA-1 mean", "arithmetic_return", "1d", 0.009)]
    [InlineData("BA-1 deviation", "volatility", "1d", 0.0395485392463709)]
    [InlineData("BA-2 skewness", "skewness", "1d", -0.0825624552085681)]
    [InlineData("BA-2 kurtosis", "kurtosis", "1d", 2.43245379410787)]
    [InlineData("BA-3 total", "total_return", "12d", 0.218105767220917)]
    [InlineData("BA-3 CAGR", "cagr", "12d", 0.103678289729809)]
    [InlineData("BA-4 volatility", "volatility", "12d", 0.137000158679692)]
    [InlineData("BA-5 Sharpe per period", "sharpe_ratio", "1d", 0.227568455662389)]
    [InlineData("BA-5 Sharpe per twelve", "sharpe_ratio", "12d", 0.788320254814486)]
    [InlineData("BA-6 Sortino per period", "sortino_ratio", "1d", 0.392372028795065)]
    [InlineData("BA-6 Sortino per twelve", "sortino_ratio", "12d", 1.35921657868386)]
    [InlineData("BA-7 drawdown", "drawdown_max", "12d", 0.144672955739218)]
    [InlineData("BA-7 Calmar", "calmar_ratio", "12d", 0.716639051162375)]
    [InlineData("BA-8 ulcer", "ulcer_index", "12d", 0.0611842872618962)]
    [InlineData("BA-8 pain", "pain_index", "12d", 0.0399896906873046)]
    [InlineData("BA-9 Omega", "omega_ratio", "12d", 1.77978339350181)]
    [InlineData("BA-10 gain to pain", "gain_to_pain", "12d", 0.779783393501805)]
    [InlineData("BA-11 positive", "positive_periods", "12d", 14d / 24d)]
    [InlineData("BA-12 tail ratio", "tail_ratio", "12d", 1.17483108108108)]
    [InlineData("BA-12 lower tail", "value_at_risk", "12d", 0.0592)]
    [InlineData("BA-13 shortfall", "expected_shortfall", "12d", 0.0643333333333333)]
    [InlineData("BA-14 error", "sharpe_ratio_error", "1d", 0.212371124659729)]
    [InlineData("BA-14 probability", "sharpe_ratio_probability", "1d", 0.858041202554803)]
    public void Bacon_s_returns_measure_as_published(string _, string metric, string interval, double published) =>
        Near(published, Metric(OfReturns(Bacon).Generate(ReturnInterval.Parse(interval)), metric));

    [Fact]
    public void BA_11_and_22_the_periods_taken_for_trades_have_the_published_payoff_and_Kelly_fraction()
    {
        var generator = OfReturns([]);
        foreach (var value in Bacon)
        {
            generator.Update(Exit(0, value, Start));
        }

        var trades = generator.Generate().Instruments.Values.Single().Trades!;
        Near(1.27127385250129, trades.Payoff!.Value);
        Near(0.255578093306288, trades.KellyFraction!.Value);
    }

    [Fact]
    public void BA_15_the_geometric_ratio_adjusts_as_published()
    {
        var sheet = Sheet(OfReturns(Bacon), "12d");

        var geometric = (double)(sheet.Cagr.Value!.Value / sheet.Volatility.Value!.Value);
        Near(0.756774960912347, (decimal)geometric, 1e-11);
        Near(
            0.759143466342358,
            (decimal)Robustness.AdjustedSharpe(geometric, (double)sheet.Skewness!, (double)sheet.Kurtosis!),
            1e-11);
    }

    [Fact]
    public void BA_16_neighbours_correlate_as_published()
    {
        double[] returns = [.. Bacon.Select(value => (double)value)];
        Near(-0.0525657419247234, (decimal)PeriodicReturns.Autocorrelation(returns), 1e-12);

        var sheet = Sheet(OfReturns(Bacon), "12d");
        Near(
            0.227568455662389 * Robustness.AutocorrelationFactor(12, -0.0525657419247234)!.Value,
            sheet.SharpeRatioAutocorrelated.Value!.Value);
    }

    [Fact]
    public void BA_17_the_drawdowns_are_the_published_ones()
    {
        var episodes = new DrawdownEpisodes(Start);
        var value = 1m;
        for (var i = 0; i < 23; i++)
        {
            value *= 1m + Bacon[i];
            episodes.Update(value, Day(i + 1));
        }

        var (deepest, longest) = episodes.Generate(value * (1m + Bacon[^1]), Day(24));

        Assert.Equal(
            [
                (13, 18, null),
                (8, 9, 10),
                (3, 4, 5),
                (10, 11, 12),
            ],
            deepest.Select(episode =>
                (DayOf(episode.TimePeak)!.Value, DayOf(episode.TimeValley)!.Value, DayOf(episode.TimeRecovery))));
        Assert.Equal(
            [0.144672955739218m, 0.014m, 0.01m, 0.005m],
            deepest.Select(episode => decimal.Round(episode.Depth, 15)));
        Assert.Equal(deepest[0].DurationMillis, longest);
    }

    [Fact]
    public void BA_18_to_21_halves_and_streaks_are_the_published_ones()
    {
        double[] returns = [.. Bacon.Select(value => (double)value)];
        var sheet = Sheet(OfReturns(Bacon), "12d");

        Near(0.281273098808666, OfReturns(Bacon[..12]).Generate().Portfolio!.TotalReturn!.Value);
        Near(-0.0493004431658501, OfReturns(Bacon[12..]).Generate().Portfolio!.TotalReturn!.Value);
        Near(0.0310833333333333, (decimal)returns.Average(value => Math.Abs(value - PeriodicReturns.Mean(returns))));
        Assert.Equal((4L, 2L), (sheet.WinningStreakMax, sheet.LosingStreakMax));
        Assert.Equal((0.081m, -0.065m), (sheet.BestPeriod, sheet.WorstPeriod));
        Assert.Equal((24L, 86_400_000L), (sheet.Periods, sheet.PeriodMillis));
    }

    [Fact]
    public void TW_1_what_flows_in_and_out_is_neither_gain_nor_loss()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily);
        void Worth(int day, decimal nav)
        {
            generator.Update(Balance(Usdt, nav, Day(day)));
            generator.Sample(Day(day), [default]);
        }

        void Flow(decimal amount, decimal nav)
        {
            generator.Flow(new AssetIndex(Usdt), amount);
            generator.Update(Balance(Usdt, nav, generator.TimeEngineNow));
            generator.Sample(generator.TimeEngineNow, [default]);
        }

        Worth(0, 1_000m);
        Worth(1, 1_010m);
        Flow(500m, 1_510m);
        Worth(2, 1_494.9m);
        Flow(-200m, 1_294.9m);
        Worth(3, 1_320.798m);

        var sheet = generator.Generate().Portfolio!;
        Assert.Equal(0.019898m, sheet.TotalReturn);
        Assert.Equal((0.02m, -0.01m), (sheet.BestPeriod, sheet.WorstPeriod));
        Assert.Equal((1_000m, 1_320.798m, 300m), (sheet.NavStart, sheet.NavEnd, sheet.Flows));
    }

    [Fact]
    public void TO_1_turnover_is_what_was_traded_over_the_worth_at_the_start_of_each_period()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily);
        generator.Update(Balance(Usdt, 1_000m, Start));
        generator.Sample(Start, [new InstrumentSample(100m, 0m, 0m, 0m)]);
        generator.Sample(Start, [new InstrumentSample(100m, 0m, 0m, 0m, 6m, 600m)]);
        generator.Update(Balance(Usdt, 1_020m, Start));
        generator.Sample(Day(1), [new InstrumentSample(100m, 0m, 20m, 0m, 6m, 600m)]);
        generator.Sample(Day(2), [new InstrumentSample(100m, 0m, 20m, 0m, 6.2m, 1_200m)]);

        var sheet = generator.Generate().Portfolio!;

        Near((0.6 + 0.588235294118) / 2, sheet.Turnover.Value!.Value, 1e-11);
        Near((0.6 + (600d / 1_020d)) / 2, sheet.GrossExposureMean!.Value, 1e-11);
        Near(620d / 1_020d, sheet.GrossExposureMax!.Value, 1e-11);
        Assert.Equal(1m, sheet.TimeInMarket);
    }

    [Fact]
    public void EX_1_a_position_is_followed_from_entry_to_exit()
    {
        decimal[] marks = [97m, 105m, 103m];
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily);
        generator.Update(Balance(Usdt, 1_000m, Start));
        generator.Sample(Start, [new InstrumentSample(100m, -1m, 0m, 1m, 2m)]);
        var excursion = default(Excursion);
        for (var i = 0; i < marks.Length; i++)
        {
            var pnl = 2m * (marks[i] - 100m);
            generator.Sample(Day(i + 1), [new InstrumentSample(marks[i], -1m, pnl, 1m, 2m)]);
            excursion = excursion.Add(pnl);
        }

        generator.Sample(Day(4), [new InstrumentSample(102m, 2m, 0m, 2m)]);
        generator.Update(Exit(0, 2m, Day(4)));
        excursion = excursion.Add(4m);

        Assert.Equal(new Excursion(6m, 10m, 4m), excursion);
        Assert.Equal((0.03m, 0.05m), (excursion.Adverse / 200m, excursion.Favourable / 200m));
        Assert.Equal((6m, 0.4m), (excursion.EndDrawdown, excursion.Efficiency));
        var trades = generator.Generate().Instruments.Values.Single().Trades!;
        Assert.Equal((6m, 6m), (trades.AdverseExcursionMean, trades.AdverseExcursionMax));
        Assert.Equal((10m, 10m), (trades.FavourableExcursionMean, trades.FavourableExcursionMax));
    }

    [Fact]
    public void SQ_1_the_quality_of_three_trades_is_as_calculated()
    {
        var generator = OfReturns([]);
        foreach (var value in new[] { 2m, 0.5m, -1m })
        {
            generator.Update(Exit(0, value, Start));
        }

        var trades = generator.Generate().Instruments.Values.Single().Trades!;
        Near(0.577350269190, trades.SystemQuality!.Value, 1e-11);
        Assert.Equal((0.5m, 2m, -1m), (trades.Expectancy, trades.LargestWin, trades.LargestLoss));
        Assert.Equal((2L, 1L), (trades.WinningStreakMax, trades.LosingStreakMax));
        Assert.Equal(new SideTally(3, 2, 1, 1.5m), trades.Long);
        Assert.Equal(default, trades.Short);
        Assert.Equal(
            [
                "adverse_excursion_mean", "adverse_excursion_max", "favourable_excursion_mean",
                "favourable_excursion_max",
            ],
            trades.Undefined.Select(row => row.Metric));
    }

    [Fact]
    public void An_asset_that_is_priced_late_comes_in_as_a_flow()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily);
        generator.Update(Balance(Usdt, 1_000m, Start));
        generator.Update(Balance(Btc, 1m, Start));
        generator.Sample(Day(1), [new InstrumentSample(null, 0m, 0m, 0m)]);
        generator.Sample(Day(2), [new InstrumentSample(500m, 0m, 0m, 0m)]);
        generator.Sample(Day(3), [new InstrumentSample(530m, 0m, 0m, 0m)]);

        var sheet = generator.Generate().Portfolio!;

        Assert.Equal((1_500m, 1_530m, 0.02m), (sheet.NavStart, sheet.NavEnd, sheet.TotalReturn));
        Assert.Equal([new("2024-01", 0.02m)], sheet.Months);
    }

    [Fact]
    public void Months_and_years_have_no_gaps()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily);
        void Worth(string at, decimal nav)
        {
            var time = Timestamp.Parse(at);
            generator.Update(Balance(Usdt, nav, time));
            generator.Sample(time, [default]);
        }

        Worth("2024-01-01T00:00:00Z", 1_000m);
        Worth("2024-02-01T00:00:00Z", 1_100m);
        Worth("2024-11-30T00:00:00Z", 1_100m);
        Worth("2024-11-30T12:00:00Z", 1_210m);
        Worth("2025-02-01T00:00:00Z", 1_210m);
        Worth("2025-02-01T01:00:00Z", 1_331m);

        var sheet = generator.Generate().Portfolio!;

        Assert.Equal(
            [
                .. Enumerable.Range(1, 12).Select(month => new CalendarReturn(
                    $"2024-{month:D2}", month is 1 or 11 ? 0.1m : 0m)),
                new CalendarReturn("2025-01", 0m),
                new CalendarReturn("2025-02", 0.1m),
            ],
            sheet.Months);
        Assert.Equal([new("2024", 0.21m), new("2025", 0.1m)], sheet.Years);
    }

    [Fact]
    public void A_portfolio_without_worth_has_no_figures_and_says_why()
    {
        var sheet = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily).Generate().Portfolio!;

        Assert.Equal((null, null, null), (sheet.NavStart, sheet.TotalReturn, sheet.SharpeRatio.Value));
        Assert.Equal(0m, sheet.Fees);
        Assert.Equal(
            new UndefinedMetric("time_in_market", "too_short"),
            Assert.Single(sheet.Undefined, row => row.Reason is not "no_capital" && row.Metric != "turnover"));
    }

    [Fact]
    public void A_portfolio_that_lost_everything_has_no_figures_from_then_on()
    {
        var lost = OfReturns([0.1m, -1m, 0m]).Generate().Portfolio!;
        var late = OfReturns([0.1m]);
        late.Update(Balance(Usdt, 0m, Day(1)));
        late.Sample(Day(1) + TimeSpan.FromHours(1), [default]);

        Assert.Equal((null, null, 0L), (lost.TotalReturn, lost.BestPeriod, (long)lost.Drawdowns.Count));
        Assert.Contains(new UndefinedMetric("total_return", "capital_lost"), lost.Undefined);
        var sheet = late.Generate().Portfolio!;
        Assert.Equal((-1m, 0.1m, 1m), (sheet.TotalReturn, sheet.BestPeriod, sheet.DrawdownMax));
        Assert.Contains(new UndefinedMetric("cagr", "capital_lost"), sheet.Undefined);
    }

    [Fact]
    public void Longer_series_than_are_kept_have_totals_only()
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Parse("1ms"));
        generator.Update(Balance(Usdt, 1_000m, Start));
        generator.Sample(Start, [default]);
        generator.Update(Balance(Usdt, 1_100m, Start));
        generator.Sample(Start + TimeSpan.FromMilliseconds(PortfolioStatistics.PeriodsMax), [default]);
        var kept = generator.Generate().Portfolio!;
        generator.Sample(Start + TimeSpan.FromMilliseconds(PortfolioStatistics.PeriodsMax + 1), [default]);

        var sheet = generator.Generate().Portfolio!;

        Assert.Equal((0.1m, 0.1m), (kept.TotalReturn, kept.BestPeriod));
        Assert.Equal((0.1m, null), (sheet.TotalReturn, sheet.BestPeriod));
        Assert.Equal(PortfolioStatistics.PeriodsMax + 1, sheet.Periods);
        Assert.Contains(new UndefinedMetric("sharpe_ratio", "too_many_periods"), sheet.Undefined);
    }

    [Fact]
    public void A_flow_of_an_asset_that_is_not_known_is_refused() =>
        Assert.Throws<IndexNotFoundException>(() => OfReturns([]).Flow(new AssetIndex(7), 1m));

    private static int? DayOf(Timestamp? time) => time is { } known ? (int)(known - Start).TotalDays : null;

    // One period of the series is one day
    private static TradingSummaryGenerator OfReturns(decimal[] returns)
    {
        var generator = new TradingSummaryGenerator(Catalog, Start, 0m, ReturnInterval.Daily);
        var nav = 1_000m;
        generator.Update(Balance(Usdt, nav, Start));
        generator.Sample(Start, [default]);
        for (var day = 1; day <= returns.Length; day++)
        {
            nav *= 1m + returns[day - 1];
            generator.Update(Balance(Usdt, nav, Day(day)));
            generator.Sample(Day(day), [default]);
        }

        return generator;
    }

    private static PortfolioSheet Sheet(TradingSummaryGenerator generator, string interval) =>
        generator.Generate(ReturnInterval.Parse(interval)).Portfolio!;

    private static decimal Metric(TradingSummary summary, string metric)
    {
        var sheet = (IReadOnlyDictionary<string, object?>)summary.ToDictionary()["portfolio"]!;
        return sheet[metric] is IReadOnlyDictionary<string, object?> stated
            ? (decimal)stated["value"]!
            : (decimal)sheet[metric]!;
    }

    // What comes from doubles is rounded to 12 digits
    private static void Near(double expected, decimal actual, double part = 6e-12) =>
        Assert.InRange((double)actual / expected, 1d - part, 1d + part);
}
