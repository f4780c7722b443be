using Barter.Actors.Tests.Worlds;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>An exchange that outlives the session: its book is the truth that everything is compared with.</summary>
/// <remarks>Its time stands, so that what it does depends on the orders and not on when they come.</remarks>
internal sealed class Venue
{
    public static readonly Timestamp Now = Timestamp.From(Markets.Start);

    public Venue()
    {
        var catalog = SimulatedSession.Catalog;
        var balances = Enumerable.Range(0, catalog.Assets.Count).Select(
            at => new AssetBalance(new AssetIndex(at), new Balance(10_000m, 10_000m), Now));
        var settings = new SimulatedExchangeSettings(0.05m, 0.05m, balances.ToValueList(), []);
        var index = new ExchangeIndex(0);
        Account = new SimulatedAccount(index, new SimulatedExchange(index, catalog, settings));
        foreach (var instrument in catalog.Instruments)
        {
            Account.See(
                MarketEvent.OfL1(
                    instrument.ExchangeId, instrument.Index, Now, Now,
                    new OrderBookL1(Now, new Level(99m, 1_000_000m), new Level(101m, 1_000_000m))),
                Now);
        }
    }

    public SimulatedAccount Account { get; }

    /// <summary>How many requests came, those that came again as well.</summary>
    public int Requests { get; set; }

    public IEnumerable<ClientOrderId> Orders => Account.Orders.Select(order => order.Key.ClientOrderId);

    /// <summary>What our account bought less what it sold.</summary>
    public decimal Traded(InstrumentIndex instrument) => Account.FillsAfter(0)
        .Where(fill => fill.Instrument == instrument)
        .Sum(fill => fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity);
}
