using Barter.Model;

namespace Barter.Statistics.Tests.Sessions;

/// <summary>Calculates the closed positions of an instrument anew, from all of them and from every sample.</summary>
internal static class TradeComparison
{
    public static void Compare(Session session, SummaryOracle oracle, int instrument, TradeSheet? sheet)
    {
        var exits = session.Steps.OfType<Session.Step.Exited>()
            .Select(step => step.Exit)
            .Where(exit => exit.Instrument.Value == instrument)
            .ToArray();
        Assert.Equal(exits.Length == 0, sheet is null);
        if (sheet is null)
        {
            return;
        }

        var known = sheet.Undefined.ToDictionary(row => row.Metric, row => row.Reason);
        void Is(string metric, decimal? actual, string? reason, Func<double> expected)
        {
            Assert.Equal(reason, known.GetValueOrDefault(metric));
            Assert.Equal(reason is null, actual is not null);
            if (actual is { } value)
            {
                Assert.Equal(expected(), (double)value, 1e-9);
            }
        }

        double[] pnl = [.. exits.Select(exit => (double)exit.PnlRealised)];
        double[] wins = [.. pnl.Where(value => value > 0d)];
        double[] losses = [.. pnl.Where(value => value < 0d)];
        var (mean, count) = (pnl.Average(), pnl.Length);
        var deviation = Math.Sqrt(pnl.Sum(value => Math.Pow(value - mean, 2)) / Math.Max(1, count - 1));
        var noWins = wins.Length == 0 ? "no_wins" : null;
        var noLosses = losses.Length == 0 ? "no_losses" : null;
        double Payoff() => wins.Average() / -losses.Average();

        Is("expectancy", sheet.Expectancy, null, () => mean);
        Is("payoff", sheet.Payoff, noLosses ?? noWins, Payoff);
        Is("kelly_fraction", sheet.KellyFraction, noLosses ?? noWins,
            () => ((double)wins.Length / count) - (losses.Length / Payoff() / count));
        Is("system_quality", sheet.SystemQuality,
            count < 2 ? "too_few_observations" : deviation == 0d ? "zero_deviation" : null,
            () => Math.Sqrt(count) * mean / deviation);
        Is("largest_win", sheet.LargestWin, noWins, wins.Max);
        Is("largest_loss", sheet.LargestLoss, noLosses, losses.Min);
        Is("mean_duration_ms", sheet.MeanDurationMillis, null, () => Millis(exits));
        Is("mean_duration_of_wins_ms", sheet.MeanDurationOfWinsMillis, noWins,
            () => Millis(exits.Where(exit => exit.PnlRealised > 0m)));
        Is("mean_duration_of_losses_ms", sheet.MeanDurationOfLossesMillis, noLosses,
            () => Millis(exits.Where(exit => exit.PnlRealised < 0m)));
        Assert.Equal(LongestRun(pnl, value => value > 0d), sheet.WinningStreakMax);
        Assert.Equal(LongestRun(pnl, value => value < 0d), sheet.LosingStreakMax);
        Assert.Equal(Tally(exits, Side.Buy), sheet.Long);
        Assert.Equal(Tally(exits, Side.Sell), sheet.Short);

        var excursions = Excursions([.. oracle.Marks.Select(mark => mark.State[instrument])]);
        var none = excursions.Count == 0 ? "not_sampled" : null;
        Is("adverse_excursion_mean", sheet.AdverseExcursionMean, none, () => excursions.Average(row => row.Adverse));
        Is("adverse_excursion_max", sheet.AdverseExcursionMax, none, () => excursions.Max(row => row.Adverse));
        Is("favourable_excursion_mean", sheet.FavourableExcursionMean, none,
            () => excursions.Average(row => row.Favourable));
        Is("favourable_excursion_max", sheet.FavourableExcursionMax, none,
            () => excursions.Max(row => row.Favourable));
    }

    public static long LongestRun(double[] values, Func<double, bool> belongs) => Enumerable.Range(0, values.Length)
        .Select(first => values.Skip(first).TakeWhile(belongs).LongCount())
        .Prepend(0)
        .Max();

    private static double Millis(IEnumerable<PositionExited> exits) =>
        Math.Floor(exits.Average(exit => (exit.TimeExit - exit.TimeEnter).TotalMilliseconds));

    private static SideTally Tally(PositionExited[] exits, Side side)
    {
        decimal[] pnl = [.. exits.Where(exit => exit.Side == side).Select(exit => exit.PnlRealised)];
        return new SideTally(pnl.Length, pnl.Count(value => value > 0m), pnl.Count(value => value < 0m), pnl.Sum());
    }

    private static List<(double Adverse, double Favourable)> Excursions(InstrumentSample[] samples)
    {
        var found = new List<(double, double)>();
        for (var first = 0; first < samples.Length; first++)
        {
            var side = Math.Sign(samples[first].Quantity);
            var end = first + 1;
            while (end < samples.Length && Math.Sign(samples[end].Quantity) == side)
            {
                end++;
            }

            if (side != 0 && end < samples.Length)
            {
                decimal[] profits =
                [
                    0m,
                    .. samples[first..end].Select(sample => sample.Pnl + sample.Fees - Realised(samples[first])),
                    Realised(samples[end]) - Realised(samples[first]),
                ];
                found.Add(((double)-profits.Min(), (double)profits.Max()));
            }

            first = end - 1;
        }

        return found;
    }

    private static decimal Realised(InstrumentSample sample) => sample.PnlRealised + sample.Fees;
}
