using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Tests;

public sealed class OverfittingTests
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed) ? seed : Random.Shared.Next();

    [Theory]
    [InlineData(2, 2)]
    [InlineData(5, 4)]
    [InlineData(9, 6)]
    [InlineData(4, 8)]
    public void The_probability_is_that_of_the_obvious_calculation(int count, int blocks)
    {
        var random = new Random(Seed);
        for (var round = 0; round < 50; round++)
        {
            var periods = (blocks * random.Next(2, 7)) + random.Next(blocks);
            var trials = Trials(count, periods, () => random.NextDouble() - 0.45);
            trials[random.Next(count)] = Trials(1, periods, () => 0d)[0];

            Assert.True(
                Obvious(trials, blocks) == Overfitting.Probability(trials, blocks), $"BARTER_SEED={Seed} {round}");
        }
    }

    [Fact]
    public void A_trial_that_is_best_in_every_part_is_not_overfitted()
    {
        ValueList<double>[] trials =
        [
            [.. Enumerable.Range(0, 32).Select(i => i % 2 == 0 ? 0.03 : 0.01)],
            [.. Enumerable.Range(0, 32).Select(i => i % 2 == 0 ? 0.02 : -0.01)],
            [.. Enumerable.Range(0, 32).Select(i => i % 2 == 0 ? 0.01 : -0.02)],
        ];

        Assert.Equal(0d, Overfitting.Probability(trials, 8));
    }

    [Fact]
    public void Trials_that_are_good_in_one_half_and_bad_in_the_other_are_overfitted()
    {
        ValueList<double>[] trials =
        [
            [.. Enumerable.Range(0, 8).Select(i => (i < 4 ? 0.02 : -0.02) + (i % 2 == 0 ? 0.01 : -0.01))],
            [.. Enumerable.Range(0, 8).Select(i => (i < 4 ? -0.02 : 0.02) + (i % 2 == 0 ? 0.01 : -0.01))],
        ];

        Assert.Equal(1d, Overfitting.Probability(trials, 2));
    }

    [Fact]
    public void Trials_that_are_all_alike_are_no_better_than_their_middle() =>
        Assert.Equal(1d, Overfitting.Probability(Trials(3, 16, () => 0.01), 4));

    [Fact]
    public void Nothing_is_said_of_one_trial_or_of_too_few_periods()
    {
        var random = new Random(1);

        Assert.Null(Overfitting.Probability(Trials(1, 64, random.NextDouble), 4));
        Assert.Null(Overfitting.Probability(Trials(3, 7, random.NextDouble), 4));
        Assert.Null(Overfitting.Probability([], 4));
        Assert.Throws<ArgumentOutOfRangeException>("blocks", () => Overfitting.Probability([], 5));
        Assert.Throws<ArgumentException>("trials", () => Overfitting.Probability([[1d], [1d, 2d]], 4));
    }

    [Theory]
    [InlineData("a day of hours", 23, 30, 4)]
    [InlineData("too few", 15, 30, 0)]
    [InlineData("plenty", 1_000, 30, 16)]
    [InlineData("plenty of trials, too", 1_000, 5_000, 12)]
    public void Periods_are_cut_into_blocks(string _, int periods, int trials, int blocks) =>
        Assert.Equal(blocks, Overfitting.BlocksOf(periods, trials));

    [Fact]
    public void Trials_count_as_many_as_they_are_unlike()
    {
        ValueList<double> one = [1d, -1d, 1d, -1d];
        ValueList<double> other = [1d, 1d, -1d, -1d];

        Near(2d, Overfitting.EffectiveTrials([one, other]));
        Near(1d, Overfitting.EffectiveTrials([one, one, one]));
        // Correlations 1, 0 and 0: their mean is 1/3
        Near((1d / 3d) + (2d / 3d * 3d), Overfitting.EffectiveTrials([one, one, other]));
        Near(1d, Overfitting.EffectiveTrials([one, [0d, 0d, 0d, 0d]]));
        Near(2d, Overfitting.EffectiveTrials([one, [-1d, 1d, -1d, 1d]]));
    }

    [Fact]
    public void A_plateau_is_what_the_neighbours_keep_of_the_winner()
    {
        Near(0.75, Overfitting.Plateau(2d, [1d, 2d])!.Value);
        Assert.Null(Overfitting.Plateau(2d, []));
        Assert.Null(Overfitting.Plateau(-1d, [1d]));
    }

    [Fact]
    public void BA_14_moments_lead_to_the_probability_of_the_published_series()
    {
        ValueList<double> bacon =
        [
            0.003, 0.026, 0.011, -0.010, 0.015, 0.025, 0.016, 0.067, -0.014, 0.040, -0.005, 0.081, 0.040, -0.037,
            -0.061, 0.017, -0.049, -0.022, 0.070, 0.058, -0.065, 0.024, -0.005, -0.009,
        ];

        var (count, sharpe, skewness, kurtosis) = ReturnMoments.Of(bacon)!.Value;

        Near(0.227568455662389, sharpe);
        Near(0.858041202554803, Robustness.ProbabilisticSharpe(sharpe, 0d, count, skewness, kurtosis)!.Value);
        Assert.Null(ReturnMoments.Of([0.1, 0.2, 0.3]));
        Assert.Null(ReturnMoments.Of([0.1, 0.1, 0.1, 0.1]));
    }

    /// <summary>By the words of the definition: both halves are put together, and every trial is ranked.</summary>
    private static double Obvious(ValueList<double>[] trials, int blocks)
    {
        var length = trials[0].Count / blocks;
        var skipped = trials[0].Count - (length * blocks);
        var logits = new List<double>();
        foreach (var chosen in Halves(blocks, blocks / 2))
        {
            double[] Ratios(bool isChosen) => [.. trials.Select(trial => Sharpe(
                [.. Enumerable.Range(0, blocks).Where(block => chosen.Contains(block) == isChosen)
                    .SelectMany(block => trial.Skip(skipped + (block * length)).Take(length))]))];
            var (inside, outside) = (Ratios(isChosen: true), Ratios(isChosen: false));
            var best = Array.IndexOf(inside, inside.Max());
            var rank = outside.Count(ratio => ratio < outside[best])
                + ((outside.Count(ratio => ratio == outside[best]) + 1) / 2d);
            var share = rank / (trials.Length + 1);
            logits.Add(Math.Log(share / (1d - share)));
        }

        return (double)logits.Count(logit => logit <= 0d) / logits.Count;
    }

    private static double Sharpe(double[] returns) => PeriodicReturns.AreSame(returns)
        ? 0d
        : PeriodicReturns.Mean(returns) / PeriodicReturns.SampleDeviation(returns);

    private static IEnumerable<int[]> Halves(int blocks, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, blocks).SelectMany(
            last => Halves(last, size - 1).Select(rest => (int[])[.. rest, last]));

    private static ValueList<double>[] Trials(int count, int periods, Func<double> next) =>
        [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, periods).Select(_ => next()).ToArray().ToValueList())];

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12);
}
