using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>Turns what a market does into its events, in the order of telling.</summary>
/// <remarks>A ghost is told to us only: the exchange itself knows better than to trade on it.</remarks>
internal sealed class MarketPlan
{
    private readonly InstrumentCatalog _catalog;
    private readonly TimeSpan _beat;
    private readonly Dice _dice;
    private readonly List<(MarketEvent Told, bool IsGhost)> _events = [];
    private IndexedInstrument _instrument;
    private Timestamp _clock;
    private long _lastTrade;

    private MarketPlan(Scenario scenario, InstrumentCatalog catalog, Dice dice)
    {
        (_catalog, _beat, _dice) = (catalog, scenario.Beat, dice);
        (_clock, _instrument) = (scenario.Start, Find(catalog, scenario.Config.Instruments[0].NameInternal));
    }

    /// <exception cref="ScenarioException">There is no event, or no such instrument.</exception>
    public static IReadOnlyList<(MarketEvent Told, bool IsGhost)> Of(
        Scenario scenario, InstrumentCatalog catalog, Dice dice)
    {
        var plan = new MarketPlan(scenario, catalog, dice);
        foreach (var step in scenario.Market)
        {
            plan.Add(step);
        }

        return plan._events.Exists(row => !row.Told.IsReconnecting)
            ? plan._events
            : throw new ScenarioException(
                "the scenario has no market: give it trades or quotes, as Market.Trades(100m)");
    }

    /// <exception cref="ScenarioException">There is no such instrument.</exception>
    public static IndexedInstrument Find(InstrumentCatalog catalog, string name)
    {
        foreach (var row in catalog.Instruments)
        {
            if (string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(row.Definition.NameExchange, name, StringComparison.OrdinalIgnoreCase))
            {
                return row;
            }
        }

        throw new ScenarioException(
            $"there is no instrument '{name}'; the scenario has {string.Join(", ", catalog.Instruments)}");
    }

    private void Add(MarketStep step)
    {
        switch (step)
        {
            case MarketStep.Several { Steps: var steps }:
                foreach (var inner in steps)
                {
                    Add(inner);
                }

                break;
            case MarketStep.Of { Instrument: var name }:
                _instrument = Find(_catalog, name);
                break;
            case MarketStep.ClockMoved { By: var by }:
                _clock += by;
                break;
            case MarketStep.ClockSet { To: var to }:
                _clock = to;
                break;
            case MarketStep.Lost:
                _events.Add((MarketEvent.Reconnecting(_instrument.ExchangeId), false));
                break;
            case MarketStep.Walked walk:
                Walk(walk);
                break;
            case MarketStep.Traded trade:
                Trade(trade.Price, trade.Amount, trade.Side);
                break;
            case MarketStep.Quoted quote:
                Quote(quote.Bid, quote.Ask, quote.Amount, _clock);
                break;
            case MarketStep.QuotedLate quote:
                Quote(quote.Bid, quote.Ask, 1m, _clock - quote.By);
                break;
        }
    }

    private void Walk(MarketStep.Walked walk)
    {
        var price = walk.From;
        for (var at = 0; at < walk.Count; at++)
        {
            Trade(price, 1m, _dice.Next(2) == 0 ? Side.Buy : Side.Sell);
            price = Math.Max(walk.Step, price + (_dice.Next(2) == 0 ? walk.Step : -walk.Step));
        }
    }

    private void Trade(decimal price, decimal amount, Side side)
    {
        var trade = MarketEvent.OfTrade(
            _instrument.ExchangeId, _instrument.Index, _clock, _clock, ++_lastTrade, price, amount, side);
        _events.Add((trade, false));
        _clock += _beat;
    }

    private void Quote(decimal bid, decimal ask, decimal amount, Timestamp time)
    {
        var quote = MarketEvent.OfL1(
            _instrument.ExchangeId, _instrument.Index, time, time,
            new OrderBookL1(time, new Level(bid, amount), new Level(ask, amount)));
        _events.Add((quote, time != _clock));
        _clock += _beat;
    }
}
