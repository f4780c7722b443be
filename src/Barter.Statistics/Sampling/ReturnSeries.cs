using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>The moments of one series of periodic returns; as large after a year as after a day.</summary>
internal sealed class ReturnSeries(ReturnBasis[] bases)
{
    private readonly decimal[] _shortfallSquares = new decimal[bases.Length];
    private decimal _mean;
    private decimal _recurrenceM;
    private decimal _logGrowth;
    private bool _capitalLost;

    public long Count { get; private set; }

    public decimal Sum { get; private set; }

    /// <summary>Why no metric of the series has a value; none as long as they have.</summary>
    public string? Broken { get; private set; }

    /// <summary>Takes what was earned in a period, and on which capital.</summary>
    public void Observe(decimal pnl, decimal capital)
    {
        if (pnl == 0m)
        {
            ObserveIdle(1);
            return;
        }

        if (capital <= 0m)
        {
            Broken ??= UndefinedReason.NoCapital;
            return;
        }

        try
        {
            Observe(pnl / capital);
        }
        catch (OverflowException)
        {
            Broken ??= UndefinedReason.Overflow;
        }
    }

    /// <summary>Takes what was earned before the first whole period: part of the sum, but no observation.</summary>
    public void Begin(decimal pnl, decimal capital)
    {
        if (pnl == 0m)
        {
            return;
        }

        if (capital <= 0m)
        {
            Broken ??= UndefinedReason.NoCapital;
            return;
        }

        try
        {
            Sum += pnl / capital;
        }
        catch (OverflowException)
        {
            Broken ??= UndefinedReason.Overflow;
        }
    }

    /// <summary>Takes any number of periods that earned nothing, at once.</summary>
    public void ObserveIdle(long periods)
    {
        if (periods == 0)
        {
            return;
        }

        // Two sets of values are merged (Chan, Golub and LeVeque 1979), the second all zero
        var count = Count + periods;
        _recurrenceM += _mean * _mean * Count * periods / count;
        _mean = _mean * Count / count;
        Count = count;
        for (var i = 0; i < bases.Length; i++)
        {
            _shortfallSquares[i] += periods * ShortfallSquare(0m, bases[i]);
        }
    }

    public Metric Sharpe(ReturnBasis basis, decimal periods) => Ratio(() =>
    {
        var deviation = DecimalMath.Sqrt(Welford.SampleVariance(_recurrenceM, Count));
        return deviation == 0m
            ? Metric.Undefined(UndefinedReason.ZeroDeviation)
            : Metric.Of((_mean - basis.RiskFree) / deviation * DecimalMath.Sqrt(periods));
    });

    public Metric Sortino(ReturnBasis basis, decimal periods) => Ratio(() =>
    {
        var deviation = DecimalMath.Sqrt(_shortfallSquares[Array.IndexOf(bases, basis)] / Count);
        return deviation == 0m
            ? Metric.Undefined(UndefinedReason.NoDownside)
            : Metric.Of((_mean - basis.RiskFree) / deviation * DecimalMath.Sqrt(periods));
    });

    public Metric Calmar(decimal? drawdownMax, decimal periods) => Ratio(() => drawdownMax switch
    {
        null => Metric.Undefined(UndefinedReason.NoDrawdown),
        _ when _capitalLost => Metric.Undefined(UndefinedReason.CapitalLost),
        { } drawdown => Metric.Of((DecimalMath.Exp(_logGrowth * periods / Count) - 1m) / drawdown),
    });

    private Metric Ratio(Func<Metric> calculation)
    {
        if (Broken is { } reason)
        {
            return Metric.Undefined(reason);
        }

        if (Count < 2)
        {
            return Metric.Undefined(UndefinedReason.TooFewObservations);
        }

        try
        {
            return calculation();
        }
        catch (OverflowException)
        {
            return Metric.Undefined(UndefinedReason.Overflow);
        }
    }

    private void Observe(decimal contribution)
    {
        Count++;
        Sum += contribution;
        var mean = Welford.Mean(_mean, contribution, Count);
        _recurrenceM = Welford.RecurrenceM(_recurrenceM, _mean, contribution, mean);
        _mean = mean;
        for (var i = 0; i < bases.Length; i++)
        {
            _shortfallSquares[i] += ShortfallSquare(contribution, bases[i]);
        }

        _capitalLost |= contribution <= -1m;
        if (!_capitalLost)
        {
            _logGrowth += DecimalMath.Ln(1m + contribution);
        }
    }

    private static decimal ShortfallSquare(decimal contribution, ReturnBasis basis)
    {
        var shortfall = Math.Min(0m, contribution - basis.RiskFree);
        return shortfall * shortfall;
    }
}
