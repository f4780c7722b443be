using Barter.Actors.Tests.Worlds;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>An exchange that outlives the session: its book is the truth that everything is compared with.</summary>
internal sealed class Venue
{
    public static readonly Timestamp Start = Timestamp.From(Markets.Start);

    public Venue()
    {
        var catalog = SimulatedSession.Catalog;
        var balances = Enumerable.Range(0, catalog.Assets.Count).Select(
            at => new AssetBalance(new AssetIndex(at), new Balance(10_000m, 10_000m), Start));
        var settings = new SimulatedExchangeSettings(0.05m, 0.05m, balances.ToValueList(), []);
        var index = new ExchangeIndex(0);
        Account = new SimulatedAccount(index, new SimulatedExchange(index, catalog, settings));
        foreach (var instrument in catalog.Instruments)
        {
            Account.See(
                MarketEvent.OfL1(
                    instrument.ExchangeId, instrument.Index, Start, Start,
                    new OrderBookL1(Start, new Level(99m, 1_000_000m), new Level(101m, 1_000_000m))),
                Start);
        }
    }

    public SimulatedAccount Account { get; }

    /// <summary>Where it stands, what the exchange does depends on the orders and not on when they come.</summary>
    public Timestamp Now { get; set; } = Start;

    public IEnumerable<ClientOrderId> Orders => Account.Orders.Select(order => order.Key.ClientOrderId);

    /// <summary>What our account bought less what it sold.</summary>
    public decimal Traded(InstrumentIndex instrument) => Account.FillsAfter(0)
        .Where(fill => fill.Instrument == instrument)
        .Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
}
