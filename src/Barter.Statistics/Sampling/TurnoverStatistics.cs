using Barter.Model;

namespace Barter.Statistics.Sampling;

/// <summary>What was traded in each period over what the portfolio was worth when the period began.</summary>
internal sealed class TurnoverStatistics(InstrumentCatalog catalog)
{
    private readonly decimal[] _known = new decimal[catalog.Instruments.Count];
    private double _traded;
    private double _sum;
    private string? _broken;

    public void Read(ReadOnlySpan<InstrumentSample> instruments, Valuation valuation)
    {
        for (var i = 0; i < _known.Length; i++)
        {
            var traded = instruments[i].Traded - _known[i];
            if (traded == 0m)
            {
                continue;
            }

            _known[i] += traded;
            if (valuation.Rate(catalog.Instruments[i].ProfitAsset) is { } rate)
            {
                _traded += (double)traded * (double)rate;
            }
            else
            {
                _broken ??= UndefinedReason.NoRate;
            }
        }
    }

    public void EndPeriod(decimal capital)
    {
        if (_traded == 0d)
        {
            return;
        }

        if (capital > 0m)
        {
            _sum += _traded / (double)capital;
        }
        else
        {
            _broken ??= UndefinedReason.NoCapital;
        }

        _traded = 0d;
    }

    public Metric Generate(SheetRequest request)
    {
        if (_broken is not null || (_traded != 0d && request.Capital <= 0m))
        {
            return Metric.Undefined(_broken ?? UndefinedReason.NoCapital);
        }

        var sum = _sum + (_traded == 0d ? 0d : _traded / (double)request.Capital);
        return (request.PeriodsElapsed, request.PeriodsPerInterval) switch
        {
            ( >= 1m, _) => Metric.Of(sum * (double)request.PeriodsPerInterval / (double)request.PeriodsElapsed),
            _ when sum != 0d && request.PeriodsPerInterval != 1m => Metric.Undefined(UndefinedReason.TooShort),
            _ => Metric.Of(sum),
        };
    }
}
