using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>An exchange as plain as can be: lists of all that happened, walked from the start when asked.</summary>
internal sealed class Venue(InstrumentCatalog catalog)
{
    public static readonly ExchangeIndex Here = new(0);

    private const decimal Seed = 1_000_000_000m;
    private readonly List<Order> _orders = [];
    private int _ids;

    public FillOracle Traded { get; } = new();

    public List<Fill> Fills { get; } = [];

    public Timestamp Now { get; private set; } = At(1_000);

    /// <summary>Spot exchanges state no positions.</summary>
    public bool StatesPositions { get; } = !catalog[BtcUsdt].IsSpot;

    public IEnumerable<Order> Resting => _orders.Where(order => order.State is ActiveOrderState.Open);

    public void Wait(int millis) => Now += TimeSpan.FromMilliseconds(millis);

    public Order Place(OrderRequestOpen request)
    {
        var order = request.ToOrder(new ActiveOrderState.Open(new OrderId($"v{_ids++}"), Now, 0m));
        _orders.Add(order);
        return order;
    }

    public Order? Find(OrderKey key) => _orders.LastOrDefault(order => order.Key == key);

    /// <summary>Trades a part of a resting order, or all of it.</summary>
    public (Fill Fill, Order Order) Trade(Order resting, decimal quantity, decimal price)
    {
        var open = (ActiveOrderState.Open)resting.State;
        var filled = open.FilledQuantity + quantity;
        var fill = Remember(resting.Side, price, quantity, resting.Key.Instrument, open.Id);
        return (fill, Put(resting, filled < resting.Quantity
            ? open with { FilledQuantity = filled, Time = Now }
            : new InactiveOrderState.FullyFilled()));
    }

    public Order End(Order resting, bool isExpired) => Put(resting, isExpired
        ? new InactiveOrderState.Expired()
        : new InactiveOrderState.Cancelled(((ActiveOrderState.Open)resting.State).Id, Now));

    /// <summary>A trade by hand, of an order that nobody told us of.</summary>
    public Fill ByHand(InstrumentIndex instrument, Side side, decimal quantity, decimal price) =>
        Remember(side, price, quantity, instrument, new OrderId($"v{_ids++}"));

    public decimal Balance(AssetIndex asset) => StatesPositions
        ? asset == catalog[BtcUsdt].Underlying.Quote ? Seed + InstrumentsHere().Sum(Earned) : 0m
        : Seed + InstrumentsHere().Sum(row => Held(row, asset));

    public AccountSnapshot Account(bool withEmpty) => new(
        Here,
        AssetsHere()
            .Where(asset => withEmpty || Balance(asset) != 0m)
            .Select(asset => new AssetBalance(asset, new Balance(Balance(asset), 0m), Now))
            .ToValueList(),
        InstrumentsHere()
            .Select(row => new InstrumentAccountSnapshot(
                row.Index, Resting.Where(order => order.Key.Instrument == row.Index).ToValueList()))
            .ToValueList());

    public ValueList<StatedPosition>? Positions() => !StatesPositions
        ? null
        : InstrumentsHere()
            .Where(row => Traded.Net(row.Index) != 0m)
            .Select(row => new StatedPosition(row.Index, Traded.Net(row.Index), Traded.EntryPrice(row.Index)))
            .ToValueList();

    public IEnumerable<AssetIndex> AssetsHere() => Enumerable.Range(0, catalog.Assets.Count)
        .Select(index => new AssetIndex(index))
        .Where(asset => catalog[asset].Exchange == catalog[Here]);

    public IEnumerable<IndexedInstrument> InstrumentsHere() =>
        catalog.Instruments.Where(row => row.Exchange == Here);

    private Order Put(Order order, OrderState state)
    {
        var at = _orders.FindIndex(row => row.Key == order.Key);
        return _orders[at] = order with { State = state };
    }

    private Fill Remember(Side side, decimal price, decimal quantity, InstrumentIndex instrument, OrderId order)
    {
        var fill = FillOf(
            side, price, quantity, price / 128m, Now, $"t{Fills.Count}", instrument, order.Value);
        Fills.Add(fill);
        Traded.Add(fill);
        return fill;
    }

    /// <summary>What a contract has earned: the money that came and went, and what is held at its entry.</summary>
    private decimal Earned(IndexedInstrument row) =>
        Traded.Cash(row.Index) + (Traded.Net(row.Index) * Traded.EntryPrice(row.Index));

    private decimal Held(IndexedInstrument row, AssetIndex asset) =>
        (asset == row.Underlying.Base ? Traded.Net(row.Index) : 0m)
        + (asset == row.Underlying.Quote ? Traded.Cash(row.Index) : 0m);
}
