using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>Counts the closed positions of one instrument and what they won and lost.</summary>
internal sealed class ClosedPositions
{
    private decimal _won;
    private decimal _lost;
    private decimal _largestWin;
    private decimal _largestLoss;
    private decimal _mean;
    private decimal _recurrenceM;
    private Int128 _nanosOfWins;
    private Int128 _nanosOfLosses;
    private Int128 _nanosOfRest;
    private long _winningStreak;
    private long _losingStreak;
    private long _winningStreakMax;
    private long _losingStreakMax;
    private SideTally _long;
    private SideTally _short;

    public long Count { get; private set; }

    public long Wins { get; private set; }

    public long Losses { get; private set; }

    public Excursions Excursions { get; } = new();

    public void Update(PositionExited exit)
    {
        Count++;
        var pnl = exit.PnlRealised;
        var nanos = (Int128)exit.TimeExit.UnixNanos - exit.TimeEnter.UnixNanos;
        if (pnl > 0m)
        {
            Wins++;
            _won += pnl;
            _largestWin = Math.Max(_largestWin, pnl);
            _nanosOfWins += nanos;
        }
        else if (pnl < 0m)
        {
            Losses++;
            _lost -= pnl;
            _largestLoss = Math.Min(_largestLoss, pnl);
            _nanosOfLosses += nanos;
        }
        else
        {
            _nanosOfRest += nanos;
        }

        var mean = Welford.Mean(_mean, pnl, Count);
        _recurrenceM = Welford.RecurrenceM(_recurrenceM, _mean, pnl, mean);
        _mean = mean;
        (_winningStreak, _losingStreak) = (pnl > 0m ? _winningStreak + 1 : 0, pnl < 0m ? _losingStreak + 1 : 0);
        _winningStreakMax = Math.Max(_winningStreakMax, _winningStreak);
        _losingStreakMax = Math.Max(_losingStreakMax, _losingStreak);
        (_long, _short) = exit.Side == Side.Buy ? (_long.Add(pnl), _short) : (_long, _short.Add(pnl));
    }

    public Metric WinRate() => Count == 0
        ? Metric.Undefined(UndefinedReason.NoClosedPositions)
        : Metric.Of((decimal)Wins / Count);

    public Metric ProfitFactor() => (Count, Losses) switch
    {
        (0, _) => Metric.Undefined(UndefinedReason.NoClosedPositions),
        (_, 0) => Metric.Undefined(UndefinedReason.NoLosses),
        _ => Metric.Of(() => _won / _lost),
    };

    /// <summary>None where no position was closed.</summary>
    public TradeSheet? Generate()
    {
        if (Count == 0)
        {
            return null;
        }

        var found = new Findings("");
        var noWins = Wins == 0 ? UndefinedReason.NoWins : null;
        var noLosses = Losses == 0 ? UndefinedReason.NoLosses : null;
        return new TradeSheet
        {
            Payoff = found.Value("payoff", Payoff()),
            Expectancy = (_won - _lost) / Count,
            SystemQuality = found.Value("system_quality", SystemQuality()),
            KellyFraction = found.Value("kelly_fraction", Kelly()),
            LargestWin = found.Known("largest_win", _largestWin, noWins),
            LargestLoss = found.Known("largest_loss", _largestLoss, noLosses),
            MeanDurationMillis = MeanMillis(_nanosOfWins + _nanosOfLosses + _nanosOfRest, Count),
            MeanDurationOfWinsMillis = found.Known(
                "mean_duration_of_wins_ms", MeanMillis(_nanosOfWins, Wins), noWins),
            MeanDurationOfLossesMillis = found.Known(
                "mean_duration_of_losses_ms", MeanMillis(_nanosOfLosses, Losses), noLosses),
            WinningStreakMax = _winningStreakMax,
            LosingStreakMax = _losingStreakMax,
            AdverseExcursionMean = found.Value("adverse_excursion_mean", Excursions.AdverseMean),
            AdverseExcursionMax = found.Value(
                "adverse_excursion_max", Excursions.Of(() => Excursions.AdverseMax)),
            FavourableExcursionMean = found.Value("favourable_excursion_mean", Excursions.FavourableMean),
            FavourableExcursionMax = found.Value(
                "favourable_excursion_max", Excursions.Of(() => Excursions.FavourableMax)),
            Long = _long,
            Short = _short,
            Undefined = found.Undefined,
        };
    }

    private Metric Payoff() => (Wins, Losses) switch
    {
        (_, 0) => Metric.Undefined(UndefinedReason.NoLosses),
        (0, _) => Metric.Undefined(UndefinedReason.NoWins),
        _ => Metric.Of(() => _won / Wins / (_lost / Losses)),
    };

    private Metric Kelly() => Payoff() is { Value: { } payoff }
        ? Metric.Of(() => ((decimal)Wins / Count) - ((decimal)Losses / Count / payoff))
        : Payoff();

    private Metric SystemQuality()
    {
        if (Count < 2)
        {
            return Metric.Undefined(UndefinedReason.TooFewObservations);
        }

        var deviation = DecimalMath.Sqrt(Welford.SampleVariance(_recurrenceM, Count));
        return deviation == 0m
            ? Metric.Undefined(UndefinedReason.ZeroDeviation)
            : Metric.Of(() => DecimalMath.Sqrt(Count) * _mean / deviation);
    }

    private static long MeanMillis(Int128 nanos, long count) =>
        count == 0 ? 0 : (long)(nanos / count / Timestamp.NanosPerMilli);
}
