using Barter.Engine.Markets;
using Barter.Engine.Orders;
using Barter.Engine.Positions;
using Barter.Model;

namespace Barter.Engine;

/// <summary>Everything the engine knows of one instrument.</summary>
public sealed class InstrumentState
{
    internal InstrumentState(IndexedInstrument instrument)
        : this(instrument, new InstrumentMarket(), new OrderTable(), new PositionKeeper(instrument), new RecentFills())
    {
    }

    private InstrumentState(
        IndexedInstrument instrument,
        InstrumentMarket market,
        OrderTable orders,
        PositionKeeper positions,
        RecentFills fills)
    {
        (Instrument, Market, Orders, Positions, Fills) = (instrument, market, orders, positions, fills);
    }

    public IndexedInstrument Instrument { get; }

    public InstrumentIndex Index => Instrument.Index;

    public InstrumentMarket Market { get; }

    /// <summary>The active orders.</summary>
    public OrderTable Orders { get; }

    /// <summary>The open position, and what was earned since the start.</summary>
    public PositionKeeper Positions { get; }

    /// <summary>The open position, if any.</summary>
    public Position? Position => Positions.Current;

    /// <summary>The price at which the position is valued; none while no market price is known.</summary>
    public decimal? Price => Market.Price;

    /// <summary>
    /// What the open position adds to the account's worth: its profit at the market's price, or at its own mark while
    /// there is none, before the costs of closing it. In the profit asset.
    /// </summary>
    public decimal PnlUnrealised => Position is { } position
        ? position.GrossAt(Price ?? position.Mark ?? position.PriceEntryAverage)
        : 0m;

    internal RecentFills Fills { get; }

    internal InstrumentState Clone()
    {
        var market = Market.Clone();
        return new InstrumentState(Instrument, market, Orders.Clone(), Positions.Clone(market), Fills.Clone());
    }
}
