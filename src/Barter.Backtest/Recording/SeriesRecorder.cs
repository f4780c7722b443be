using Barter.Engine;
using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>Writes down how a run goes over time, in constant memory.</summary>
internal sealed class SeriesRecorder
{
    private const int FillsMax = 5_000;

    private readonly EngineState _state;
    private readonly EquityRates _rates;
    private readonly SeriesBuilder _equity;
    private readonly SeriesBuilder[] _prices;
    private readonly EquityDays _days = new();
    private readonly List<Fill> _fills = [];
    private Timestamp _now;
    private long _fillsLeftOut;

    public SeriesRecorder(EngineState state, string valuationAsset, Timestamp start)
    {
        (_state, _now) = (state, start);
        _rates = new EquityRates(state.Catalog, valuationAsset);
        _equity = new SeriesBuilder(start);
        _prices = [.. state.Catalog.Instruments.Select(_ => new SeriesBuilder(start))];
    }

    /// <summary>Called before anything happens at that time.</summary>
    /// <remarks>The reports of a trade come one by one, so the worth is read when all of a moment have come.</remarks>
    public void Before(Timestamp time)
    {
        if (time > _now)
        {
            Mark();
            _now = time;
        }
    }

    public void After(in MarketEvent market)
    {
        if (!market.IsReconnecting && _state.Catalog.Contains(market.Instrument)
            && _state[market.Instrument].Price is { } price)
        {
            _prices[market.Instrument.Value].Add(_now, price);
            var discovered = _rates.Discover(_state);
            _equity.Raise(discovered);
            _days.Raise(discovered);
        }
    }

    public void After(Fill fill)
    {
        if (_fills.Count < FillsMax)
        {
            _fills.Add(fill);
        }
        else
        {
            _fillsLeftOut++;
        }
    }

    public RunSeries Build()
    {
        Mark();
        return new RunSeries
        {
            Equity = _equity.Build(),
            Prices = _state.Catalog.Instruments
                .Where(row => !_prices[row.Index.Value].IsEmpty)
                .Select(row => KeyValuePair.Create(row.Name, _prices[row.Index.Value].Build()))
                .ToValueList(),
            Days = _days.Days,
            DaysLeftOut = _days.LeftOut,
            Fills = _fills.ToValueList(),
            FillsLeftOut = _fillsLeftOut,
            Unpriced = _rates.Unpriced(_state),
        };
    }

    private void Mark()
    {
        var value = _rates.Value(_state);
        _equity.Add(_now, value);
        _days.Add(_now, value);
    }
}
