using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>Keeps what the tear sheet of one instrument needs.</summary>
internal sealed class InstrumentStatistics(Timestamp start, ReturnBasis[] bases)
{
    private readonly ReturnSeries _returns = new(bases);
    private readonly DrawdownGenerator _drawdown = new(0m, start);
    private readonly MeanDrawdownGenerator _drawdownMean = new();
    private readonly MaxDrawdownGenerator _drawdownMax = new();
    private InstrumentSample _sample;
    private bool _hasRate;
    private decimal _opening;
    private decimal _pnl;
    private decimal _pnlAtGrid;

    public ClosedPositions Closed { get; } = new();

    /// <summary>Takes the state of the instrument, the rate of its profit asset and the opening value.</summary>
    public void Read(InstrumentSample sample, decimal? rate, decimal opening)
    {
        _sample = sample;
        Closed.Excursions.Read(sample);
        _hasRate = rate is not null;
        _pnl = sample.Pnl * rate ?? 0m;
        _opening = opening;
    }

    /// <summary>Looks for drawdowns in the equity, which is the opening value and the profit.</summary>
    public void Mark(Timestamp at)
    {
        if (_drawdown.Update(_pnl, at, _opening) is { } ended)
        {
            _drawdownMean.Update(ended);
            _drawdownMax.Update(ended);
        }
    }

    /// <summary>
    /// Ends a number of periods; all that was earned was earned in the first, which may be a cut one.
    /// </summary>
    public void EndPeriods(long periods, decimal capital, bool isFirstCut)
    {
        if (isFirstCut)
        {
            _returns.Begin(_pnl - _pnlAtGrid, capital);
        }
        else
        {
            _returns.Observe(_pnl - _pnlAtGrid, capital);
        }

        _returns.ObserveIdle(periods - 1);
        _pnlAtGrid = _pnl;
    }

    public InstrumentTearSheet Generate(SheetRequest request)
    {
        var undefined = new List<UndefinedMetric>();
        decimal? Value(string metric, Metric value)
        {
            if (value.Reason is { } reason)
            {
                undefined.Add(new UndefinedMetric(metric, reason));
            }

            return value.Value;
        }

        IntervalMetric Stated(string metric, Func<Metric> value) =>
            new(Value(metric, Barrier(request) is { } reason ? Metric.Undefined(reason) : value()), request.Label);

        var open = _drawdown.Generate();
        var max = _drawdownMax.Generate(open);
        var (basis, periods) = (request.Basis, request.PeriodsPerInterval);
        var noDrawdown = max is null && _sample.Pnl != 0m ? NoEquity() : null;
        T? Found<T>(string metric, T? drawdown) where T : struct
        {
            if (noDrawdown is { } reason)
            {
                undefined.Add(new UndefinedMetric(metric, reason));
            }

            return drawdown;
        }

        return new InstrumentTearSheet
        {
            Pnl = _sample.Pnl,
            PnlRealised = _sample.PnlRealised,
            PnlUnrealised = _sample.PnlUnrealised,
            Fees = _sample.Fees,
            Slippage = _sample.Slippage,
            PnlReturn = Stated("pnl_return", () => Return(request)),
            SharpeRatio = Stated("sharpe_ratio", () => _returns.Sharpe(basis, periods)),
            SortinoRatio = Stated("sortino_ratio", () => _returns.Sortino(basis, periods)),
            CalmarRatio = Stated("calmar_ratio", () => _returns.Calmar(max?.Value, periods)),
            PnlDrawdown = Found("pnl_drawdown", open),
            PnlDrawdownMean = Found("pnl_drawdown_mean", _drawdownMean.Generate(open)),
            PnlDrawdownMax = Found("pnl_drawdown_max", max),
            WinRate = Value("win_rate", Closed.WinRate()),
            ProfitFactor = Value("profit_factor", Closed.ProfitFactor()),
            PositionsClosed = Closed.Count,
            Wins = Closed.Wins,
            Losses = Closed.Losses,
            Trades = Closed.Generate(),
            Undefined = undefined.ToValueList(),
        };
    }

    /// <summary>What stands in the way of every return and ratio, if anything does.</summary>
    private string? Barrier(SheetRequest request) => request switch
    {
        { PeriodsPerInterval: < 1m } => UndefinedReason.FinerThanGrid,
        _ when !_hasRate && _sample.Pnl != 0m => UndefinedReason.NoRate,
        _ => _returns.Broken,
    };

    /// <summary>Why there is no equity that could fall, if there is none.</summary>
    private string? NoEquity() => (_hasRate, _opening) switch
    {
        (false, _) => UndefinedReason.NoRate,
        (_, <= 0m) => UndefinedReason.NoCapital,
        _ => null,
    };

    private Metric Return(SheetRequest request)
    {
        var trailing = _pnl - _pnlAtGrid;
        if (trailing != 0m && request.Capital <= 0m)
        {
            return Metric.Undefined(UndefinedReason.NoCapital);
        }

        return Metric.Of(() => _returns.Sum + (trailing == 0m ? 0m : trailing / request.Capital)) switch
        {
            { Value: { } sum } when request.PeriodsElapsed >= 1m =>
                Metric.Of(() => sum * request.PeriodsPerInterval / request.PeriodsElapsed),
            { Value: not 0m } when request.PeriodsPerInterval != 1m => Metric.Undefined(UndefinedReason.TooShort),
            var plain => plain,
        };
    }
}
