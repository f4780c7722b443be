using Barter.Statistics.Primitives;
using Barter.Statistics.Tests.Sessions;
using Xunit.Abstractions;

namespace Barter.Statistics.Tests;

public sealed class TradingSummaryWalkTests(ITestOutputHelper output)
{
    private const int Sessions = 320;
    private static readonly string[] Intervals = ["daily", "annual_252", "annual_365", "4h", "90m", "45s", "3d"];
    private static readonly decimal[] RiskFree = [0m, 0.05m, 0.2m, -0.01m];

    [Fact]
    public void A_summary_built_on_the_way_is_the_one_calculated_at_the_end() => Walk(Sessions);

    [Fact]
    [Trait("Category", "Slow")]
    public void So_it_is_for_many_more() => Walk(1_000);

    private void Walk(int sessions)
    {
        var first = int.Parse(Environment.GetEnvironmentVariable("BARTER_SEED") ?? "20240227", null);
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        for (var seed = first; seed < first + sessions; seed++)
        {
            try
            {
                Compare(seed, reasons);
            }
            catch (Exception)
            {
                output.WriteLine($"Again with BARTER_SEED={seed}");
                throw;
            }
        }

        output.WriteLine($"seed {first}; seen undefined: {string.Join(", ", reasons)}");
        Assert.Superset(
            new HashSet<string>([
                "finer_than_grid", "no_capital", "no_closed_positions", "no_downside", "no_drawdown", "no_losses",
                "no_rate", "no_wins", "not_above_benchmark", "not_sampled", "overflow", "too_few_observations",
                "too_short", "zero_deviation",
            ]),
            new HashSet<string>(reasons));
    }

    private static void Compare(int seed, SortedSet<string> reasons)
    {
        var random = new Random(seed);
        var session = RandomSession.Of(seed);
        var interval = ReturnInterval.Parse(Intervals[random.Next(Intervals.Length)]);
        var asked = random.Next(2) == 0 ? interval : ReturnInterval.Parse(Intervals[random.Next(Intervals.Length)]);
        var valuation = random.Next(4) == 0 ? "eur" : "usdt";
        var riskFree = RiskFree[random.Next(RiskFree.Length)];
        Action<TradingSummaryGenerator>? summaries =
            random.Next(3) == 0 ? generator => generator.Generate() : null;

        var summary = session
            .Feed(new TradingSummaryGenerator(session.Catalog, session.Start, riskFree, interval, valuation), summaries)
            .Generate(asked);

        var oracle = new SummaryOracle(session, interval, valuation);
        Assert.Equal((session.Start, oracle.End), (summary.TimeEngineStart, summary.TimeEngineEnd));
        Assert.Equal(session.Catalog.Instruments.Select(row => row.Name), summary.Instruments.Keys);
        Assert.Equal(session.Catalog.Assets.Select(row => row.ToString()), summary.Assets.Keys);
        for (var i = 0; i < session.Catalog.Assets.Count; i++)
        {
            var sheet = summary.Assets.Values.ElementAt(i);
            Assert.Equal(oracle.BalanceEnd(i)?.Balance, sheet.BalanceEnd);
            var falls = oracle.BalanceDrawdowns(i, out var isOpen);
            CompareFalls(falls, isOpen, sheet.Drawdown, sheet.DrawdownMean, sheet.DrawdownMax);
        }

        for (var i = 0; i < session.Catalog.Instruments.Count; i++)
        {
            var sheet = summary.Instruments.Values.ElementAt(i);
            var known = sheet.Undefined.ToDictionary(row => row.Metric, row => row.Reason);
            reasons.UnionWith(known.Values);
            CompareMoney(session, oracle.Last(i), i, sheet, known);
            var falls = oracle.PnlDrawdowns(i, out var isOpen);
            CompareFalls(falls, isOpen, sheet.PnlDrawdown, sheet.PnlDrawdownMean, sheet.PnlDrawdownMax);
            CompareReturns(oracle, i, asked, riskFree, falls, sheet, known);
            TradeComparison.Compare(session, oracle, i, sheet.Trades);
            reasons.UnionWith(sheet.Trades?.Undefined.Select(row => row.Reason) ?? []);
        }

        reasons.UnionWith(summary.Portfolio!.Undefined.Select(row => row.Reason));
        new PortfolioComparison(session, oracle, asked, riskFree).Compare(summary.Portfolio!);
    }

    private static void CompareMoney(
        Session session,
        InstrumentSample last,
        int instrument,
        InstrumentTearSheet sheet,
        Dictionary<string, string> known)
    {
        Assert.Equal(last.PnlRealised + last.PnlUnrealised, sheet.Pnl);
        Assert.Equal(
            (last.PnlRealised, last.PnlUnrealised, last.Fees, last.Slippage),
            (sheet.PnlRealised, sheet.PnlUnrealised, sheet.Fees, sheet.Slippage));

        var exits = session.Steps.OfType<Session.Step.Exited>()
            .Where(step => step.Exit.Instrument.Value == instrument)
            .Select(step => step.Exit.PnlRealised)
            .ToArray();
        var (wins, losses) = (exits.Where(pnl => pnl > 0m).ToArray(), exits.Where(pnl => pnl < 0m).ToArray());
        Assert.Equal(
            (exits.LongLength, wins.LongLength, losses.LongLength), (sheet.PositionsClosed, sheet.Wins, sheet.Losses));
        Assert.Equal(exits.Length == 0 ? null : (decimal)wins.Length / exits.Length, sheet.WinRate);
        Assert.Equal(losses.Length == 0 ? null : wins.Sum() / -losses.Sum(), sheet.ProfitFactor);
        Assert.Equal(exits.Length == 0 ? "no_closed_positions" : null, known.GetValueOrDefault("win_rate"));
        Assert.Equal(
            exits.Length == 0 ? "no_closed_positions" : losses.Length == 0 ? "no_losses" : null,
            known.GetValueOrDefault("profit_factor"));
    }

    private static void CompareFalls(
        IReadOnlyList<Drawdown> falls, bool isOpen, Drawdown? open, MeanDrawdown? mean, Drawdown? max)
    {
        Assert.Equal(Rounded(isOpen ? falls[^1] : null), Rounded(open));
        Assert.Equal(Rounded(falls.Count == 0 ? null : falls.MaxBy(fall => fall.Value)), Rounded(max));
        if (falls.Count == 0)
        {
            Assert.Null(mean);
            return;
        }

        Near(falls.Average(fall => (double)fall.Value), mean!.Value.Value);
        Assert.Equal((long)falls.Average(fall => (decimal)fall.Duration.Ticks / 10_000), mean.Value.DurationMillis);
    }

    // Capital moves one peak and is added to the other, which rounds apart in the last places
    private static Drawdown? Rounded(Drawdown? fall) =>
        fall is { } known ? known with { Value = decimal.Round(known.Value, 20) } : null;

    private static void CompareReturns(
        SummaryOracle oracle,
        int instrument,
        ReturnInterval asked,
        decimal riskFree,
        IReadOnlyList<Drawdown> falls,
        InstrumentTearSheet sheet,
        Dictionary<string, string> known)
    {
        void Is(string metric, IntervalMetric actual, string? reason, Func<double> expected, double part = 1e-9)
        {
            Assert.Equal(asked.Name, actual.Interval);
            Assert.Equal(reason, known.GetValueOrDefault(metric));
            Assert.Equal(reason is null, actual.Value is not null);
            if (actual.Value is { } value)
            {
                Near(expected(), value, part);
            }
        }

        var contributions = oracle.Contributions(instrument);
        var whole = contributions[..^1];
        var c = oracle.IsFirstPeriodCut && whole.Length > 0 ? whole[1..] : whole;
        var sum = contributions.Sum();
        var (k, elapsed) = (oracle.Periods(asked), oracle.PeriodsElapsed);
        var perYear = asked == ReturnInterval.Annual252
            ? oracle.Periods(ReturnInterval.Annual252)
            : oracle.Periods(ReturnInterval.Annual365);
        var log = Math.Log(1d + (double)riskFree) / perYear;
        var perPeriod = log * (1d + (log / 2d * (1d + (log / 3d * (1d + (log / 4d))))));
        var mean = c.DefaultIfEmpty().Average();
        var deviation = Math.Sqrt(c.Sum(x => (x - mean) * (x - mean)) / Math.Max(1, c.Length - 1));
        var downside = Math.Sqrt(c.Sum(x => Math.Pow(Math.Min(0d, x - perPeriod), 2)) / Math.Max(1, c.Length));
        var lost = c.Any(x => x <= -1d);

        var barrier = k < 1d ? "finer_than_grid"
            : !oracle.HasRate(instrument) && sheet.Pnl != 0m ? "no_rate"
            : double.IsNaN(whole.Sum()) ? "no_capital"
            : null;
        var few = barrier ?? (c.Length < 2 ? "too_few_observations" : null);
        Is("pnl_return", sheet.PnlReturn,
            barrier ?? (double.IsNaN(sum) ? "no_capital" : elapsed < 1d && sum != 0d && k != 1d ? "too_short" : null),
            () => elapsed >= 1d ? sum * k / elapsed : sum);
        Is("sharpe_ratio", sheet.SharpeRatio,
            few ?? (deviation == 0d ? "zero_deviation" : null),
            () => (mean - perPeriod) / deviation * Math.Sqrt(k));
        Is("sortino_ratio", sheet.SortinoRatio,
            few ?? (downside == 0d ? "no_downside" : null),
            () => (mean - perPeriod) / downside * Math.Sqrt(k));
        Is("calmar_ratio", sheet.CalmarRatio,
            few ?? (falls.Count == 0 ? "no_drawdown"
                : lost ? "capital_lost"
                : Calmar(c, k, falls) > (double)decimal.MaxValue ? "overflow" : null),
            () => Calmar(c, k, falls),
            part: 1e-7);
    }

    private static double Calmar(double[] c, double k, IReadOnlyList<Drawdown> falls) =>
        (Math.Pow(c.Aggregate(1d, (growth, x) => growth * (1d + x)), k / c.Length) - 1d)
            / (double)falls.Max(fall => fall.Value);

    // A double raised to the many periods of a year loses more places than the rest
    private static void Near(double expected, decimal actual, double part = 1e-9)
    {
        var tolerance = Math.Max(1d, Math.Abs(expected)) * part;
        Assert.InRange((double)actual, expected - tolerance, expected + tolerance);
    }
}
