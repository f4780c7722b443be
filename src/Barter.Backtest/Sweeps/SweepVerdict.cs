using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest.Sweeps;

/// <summary>How far the winners of a sweep can be trusted.</summary>
public sealed class SweepVerdict
{
    private const int SureFrom = 30;

    private readonly SweepSpace _space;
    private readonly SweepRank _rank;
    private readonly Dictionary<ValueList<string>, SweepTrial> _trials;
    private readonly double _variance;

    /// <param name="space">Says which trials are neighbours.</param>
    /// <param name="trials">All of them, not only the best.</param>
    /// <param name="rank">What the winner was chosen by; the plateau is of the same figure.</param>
    public SweepVerdict(SweepSpace space, IReadOnlyList<SweepTrial> trials, SweepRank rank)
    {
        (_space, _rank) = (space, rank);
        _trials = trials.ToDictionary(trial => trial.Parameters);
        var sound = trials.Where(trial => trial.Failure is null).ToArray();
        Periods = sound.Length == 0 ? 0 : sound.Min(trial => trial.Returns.Count);
        var series = sound.Where(trial => trial.Returns.Count == Periods).Select(trial => trial.Excess).ToArray();
        var sharpes = series.Select(ReturnMoments.Of).OfType<ReturnMoments>().Select(row => row.Sharpe).ToArray();
        EffectiveTrials = Overfitting.EffectiveTrials(series);
        if (sharpes.Length > 1)
        {
            var mean = sharpes.Average();
            _variance = sharpes.Sum(value => (value - mean) * (value - mean)) / (sharpes.Length - 1);
        }

        Blocks = Overfitting.BlocksOf(Periods, series.Length);
        Probability = Blocks == 0 ? null : Overfitting.Probability(series, Blocks);
    }

    /// <summary>Whole periods of returns in each trial.</summary>
    public int Periods { get; }

    /// <summary>How many independent trials all of them are worth.</summary>
    public double EffectiveTrials { get; }

    /// <summary>Blocks of time that were combined; 0 where there are too few periods.</summary>
    public int Blocks { get; }

    /// <summary>Of backtest overfitting, from 0 to 1; none where <see cref="ProbabilityMissing"/> says why.</summary>
    public double? Probability { get; }

    public string? ProbabilityMissing => Probability is not null
        ? null
        : Blocks == 0
            ? $"{Periods} whole periods of returns; it takes 16"
            : "it takes two trials";

    /// <summary>What makes all of it doubtful.</summary>
    public string? Doubt => Periods is > 0 and < SureFrom
        ? $"{Periods} whole periods of returns are few: below {SureFrom} these figures say little"
        : null;

    /// <summary>
    /// The probability that the true Sharpe ratio is above what the best of so many trials without skill would have.
    /// </summary>
    public double? Deflated(SweepTrial trial) =>
        EffectiveTrials > 1d && trial.Failure is null && ReturnMoments.Of(trial.Excess) is { } row
            ? Robustness.DeflatedSharpe(
                row.Sharpe, row.Count, row.Skewness, row.Kurtosis, (int)Math.Ceiling(EffectiveTrials), _variance)
            : null;

    /// <summary>Why the trial has no deflated ratio; none where it has.</summary>
    public string? DeflatedMissing(SweepTrial trial) => trial switch
    {
        { Failure: { } failure } => failure,
        _ when ReturnMoments.Of(trial.Excess) is null => trial.Returns.Count < 4
            ? $"{trial.Returns.Count} whole periods of returns; it takes 4"
            : "its returns are all the same",
        _ when EffectiveTrials <= 1d => "the trials are worth no more than one",
        _ => null,
    };

    /// <summary>The mean score of the neighbours over the trial's own; see <see cref="Overfitting.Plateau"/>.</summary>
    public double? Plateau(SweepTrial trial) => trial.Score(_rank) is { } score && _rank != SweepRank.Drawdown
        ? Overfitting.Plateau(
            (double)score,
            [.. _space.Neighbours(trial.Parameters)
                .Select(other => _trials.TryGetValue(other, out var found) ? (double?)found.Score(_rank) : null)
                .OfType<double>()])
        : null;
}
