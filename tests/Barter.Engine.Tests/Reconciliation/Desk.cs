using Barter.Engine.Reconciliation;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>An engine that was away, and what it is told when it is back: a row of a table in a few words.</summary>
internal sealed class Desk
{
    public const int AwayUntil = 100;

    public Desk(bool isSpot = true)
    {
        Catalog = isSpot ? World.Catalog : Perpetual(1m, isInverse: false);
        Engine = NewEngine(catalog: Catalog);
    }

    public InstrumentCatalog Catalog { get; }

    public TradingEngine Engine { get; }

    public InstrumentState Row => Engine.State[BtcUsdt];

    public decimal Quantity => Row.Position?.QuantitySigned ?? 0m;

    /// <summary>What the exchange is going to state.</summary>
    public List<Order> Resting { get; } = [];

    public List<Fill> Fills { get; } = [];

    public List<OrderAnswer> Answers { get; } = [];

    public List<AssetBalance> Balances { get; } = [];

    public List<StatedPosition>? Positions { get; init; }

    public Timestamp Time { get; set; } = At(AwayUntil);

    public static ActiveOrderState.Open Rests(int millis, decimal filled = 0m, string id = "v1") =>
        new(new OrderId(id), At(millis), filled);

    /// <summary>A fill at a time that is also its name.</summary>
    public static Fill Trade(int millis, Side side, decimal quantity, decimal price = 100m, string order = "v1") =>
        FillOf(side, price, quantity, 0m, At(millis), $"t{millis}", BtcUsdt, order);

    /// <summary>The engine sent it and heard, if anything, that it rests.</summary>
    public OrderRequestOpen Sent(string id, decimal quantity = 5m, ActiveOrderState.Open? heard = null)
    {
        var request = Limit(BtcUsdt, id, Side.Buy, 100m, quantity);
        Engine.Process(OpenCommand(request));
        if (heard is not null)
        {
            Engine.Process(Reported(request, heard));
        }

        return request;
    }

    public void Heard(params Fill[] fills)
    {
        foreach (var fill in fills)
        {
            Engine.Process(Filled(fill));
        }
    }

    public void Answer(OrderRequestOpen request, OrderState? found, int validUntil = AwayUntil - 1) => Answers.Add(
        new OrderAnswer(request.Key, found is null ? null : request.ToOrder() with { State = found }, At(validUntil)));

    public AccountEvidence Evidence(Timestamp? fillsSince = null) => new(
        Binance, Time,
        new AccountSnapshot(
            Binance, Balances.ToValueList(), [new InstrumentAccountSnapshot(BtcUsdt, Resting.ToValueList())]),
        Fills.ToValueList(), fillsSince, Answers.ToValueList(), Positions?.ToValueList());

    /// <summary>Takes in what was missed, and sees to it that a second look finds nothing.</summary>
    public ValueList<AccountEvent> Reconcile()
    {
        var evidence = Evidence();
        var told = Reconciler.Reconcile(Engine.State, evidence);
        foreach (var row in told)
        {
            var step = Engine.Process(Told(row));
            Assert.Empty(step.Errors);
        }

        Assert.Empty(Reconciler.Reconcile(Engine.State, evidence));
        return told;
    }

    public OrderState? StateOf(OrderRequestOpen order) => StateOf(order.Key.ClientOrderId);

    public OrderState? StateOf(ClientOrderId id) => Row.Orders.TryGet(id, out var known) ? known.State : null;
}
