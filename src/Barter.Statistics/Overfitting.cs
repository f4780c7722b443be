using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>How much of the best of many trials is choice, and how much is skill.</summary>
/// <remarks>
/// Every trial is a series of returns of the same periods, in excess of the risk free return. No value is given where
/// it is undefined. Sources: Bailey and López de Prado 2014; Bailey, Borwein, López de Prado and Zhu 2017.
/// </remarks>
public static class Overfitting
{
    /// <summary>Fewer returns in a block say nothing.</summary>
    private const int BlockMin = 4;
    private const int BlocksMax = 16;
    private const int BlocksMaxOfMany = 12;
    private const int ManyTrials = 2_000;

    /// <summary>Below this share of the squares, what is left of them is rounding.</summary>
    private const double RoundingShare = 1e-12;

    /// <summary>
    /// The even number of blocks into which so many periods are cut, 4 to 16; 0 where there are too few periods.
    /// </summary>
    public static int BlocksOf(int periods, int trials)
    {
        var blocks = Math.Min(trials > ManyTrials ? BlocksMaxOfMany : BlocksMax, periods / BlockMin / 2 * 2);
        return blocks < 4 ? 0 : blocks;
    }

    /// <summary>
    /// How often, from 0 to 1, the trial that is best in one half of time is no better than the middle of all in the
    /// other half: combinatorially symmetric cross-validation by the Sharpe ratio.
    /// </summary>
    /// <remarks>
    /// Trials of equal ratio share their mean rank. A ratio without deviation counts as 0. The earliest returns that
    /// fill no block are left out. None of fewer than two trials, or of fewer than two returns a block.
    /// </remarks>
    /// <param name="trials">One row for each.</param>
    /// <param name="blocks">Even, from 2 to 20.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The blocks are odd, too few or too many.</exception>
    public static double? Probability(IReadOnlyList<ValueList<double>> trials, int blocks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, 20);
        ArgumentOutOfRangeException.ThrowIfNotEqual(blocks % 2, 0, nameof(blocks));
        if (trials.Any(trial => trial.Count != trials[0].Count))
        {
            throw new ArgumentException("every trial needs a return for the same periods", nameof(trials));
        }

        if (trials.Count < 2 || trials[0].Count < 2 * blocks)
        {
            return null;
        }

        var sums = new BlockSums(trials, blocks);
        var (halves, overfitted) = (0, 0);
        for (var chosen = 0; chosen < 1 << blocks; chosen++)
        {
            if (int.PopCount(chosen) == blocks / 2)
            {
                halves++;
                overfitted += sums.BestIsNoBetterElsewhere(chosen) ? 1 : 0;
            }
        }

        return (double)overfitted / halves;
    }

    /// <summary>
    /// How many independent trials so many alike are worth: their mean correlation, and what that leaves of each.
    /// </summary>
    /// <remarks>
    /// A trial whose returns are all the same is none, as it did nothing. A negative mean correlation counts as 0.
    /// </remarks>
    public static double EffectiveTrials(IReadOnlyList<ValueList<double>> trials)
    {
        var total = Array.Empty<double>();
        var count = 0;
        foreach (var trial in trials.Where(trial => trial.Count > 1 && !PeriodicReturns.AreSame(trial.AsSpan())))
        {
            total = count++ == 0 ? new double[trial.Count] : total;
            var mean = PeriodicReturns.Mean(trial.AsSpan());
            var norm = Math.Sqrt(trial.Sum(value => (value - mean) * (value - mean)));
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += (trial[i] - mean) / norm;
            }
        }

        if (count < 2)
        {
            return count;
        }

        // The square of the sum of unit vectors is their number and all correlations
        var correlation = Math.Max(0d, (total.Sum(value => value * value) - count) / count / (count - 1d));
        return correlation + ((1d - correlation) * count);
    }

    /// <summary>
    /// The mean score of a winner's neighbours over its own: near 1 on a plateau, near 0 or below on a lone peak. None
    /// without neighbours, or where the winner's score is not positive.
    /// </summary>
    public static double? Plateau(double winner, IReadOnlyList<double> neighbours) =>
        neighbours.Count > 0 && winner > 0d ? neighbours.Average() / winner : null;

    /// <summary>Sums of deviations and of their squares, by trial and block.</summary>
    private sealed class BlockSums
    {
        private readonly int _blocks;
        private readonly int _length;
        private readonly double[] _means;
        private readonly double[] _sums;
        private readonly double[] _squares;
        private readonly double[] _elsewhere;

        public BlockSums(IReadOnlyList<ValueList<double>> trials, int blocks)
        {
            (_blocks, _length) = (blocks, trials[0].Count / blocks);
            _means = new double[trials.Count];
            _elsewhere = new double[trials.Count];
            _sums = new double[trials.Count * blocks];
            _squares = new double[trials.Count * blocks];
            for (var trial = 0; trial < trials.Count; trial++)
            {
                var returns = trials[trial].AsSpan()[(trials[0].Count - (_length * blocks))..];
                var mean = _means[trial] = PeriodicReturns.Mean(returns);
                for (var i = 0; i < returns.Length; i++)
                {
                    _sums[(trial * blocks) + (i / _length)] += returns[i] - mean;
                    _squares[(trial * blocks) + (i / _length)] += (returns[i] - mean) * (returns[i] - mean);
                }
            }
        }

        /// <summary>Whether the logit of the relative rank of the best is 0 or less.</summary>
        public bool BestIsNoBetterElsewhere(int chosen)
        {
            var (best, highest) = (0, double.NegativeInfinity);
            for (var trial = 0; trial < _means.Length; trial++)
            {
                var sharpe = Sharpe(trial, chosen);
                _elsewhere[trial] = Sharpe(trial, ~chosen);
                if (sharpe > highest)
                {
                    (best, highest) = (trial, sharpe);
                }
            }

            var (below, same) = (0, 0);
            foreach (var other in _elsewhere)
            {
                below += other < _elsewhere[best] ? 1 : 0;
                same += other == _elsewhere[best] ? 1 : 0;
            }

            // Ranks begin with 1; ω = rank / (N + 1) is at most a half
            return (2 * below) + same + 1 <= _means.Length + 1;
        }

        private double Sharpe(int trial, int chosen)
        {
            var (sum, squares) = (0d, 0d);
            for (var block = 0; block < _blocks; block++)
            {
                if ((chosen >> block & 1) == 1)
                {
                    sum += _sums[(trial * _blocks) + block];
                    squares += _squares[(trial * _blocks) + block];
                }
            }

            var count = _blocks / 2 * _length;
            var left = squares - (sum * sum / count);
            return left <= RoundingShare * (squares + (_means[trial] * _means[trial]))
                ? 0d
                : (_means[trial] + (sum / count)) / Math.Sqrt(left / (count - 1));
        }
    }
}
