using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Actors.Tests.ScenarioTables;

/// <summary>Does what a table says when it says it, and notes what comes of it.</summary>
internal sealed class TableStrategy(ScenarioTable table) : IStrategy
{
    private readonly Queue<TableRow> _rows = new(table.Doings.Where(row => !row.IsEnd).OrderBy(row => row.At));
    private readonly Dictionary<string, OrderNote> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<OrderId, string> _names = [];
    private readonly Dictionary<string, string> _cancels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wakes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _seen = [];
    private EngineState? _state;
    private bool _hasBegun;

    public StrategyId Id { get; } = new("table");

    public void Decide(EngineState state, OrderBatch orders)
    {
        _state = state;
        if (!_hasBegun)
        {
            _hasBegun = true;
            foreach (var time in _rows.Select(row => row.At!.Value).Distinct())
            {
                orders.WakeAt(table.Start + time, "row");
            }
        }

        while (_rows.TryPeek(out var row) && table.Start + row.At!.Value <= state.Time)
        {
            _rows.Dequeue();
            Do(row, state, orders);
        }
    }

    public void Wake(EngineEvent.TimerElapsed timer, EngineState state) =>
        _wakes[timer.Name] = $"woken at {(state.Time - table.Start).TotalSeconds}";

    public void Refused(OrderRequestOpen request, string reason) =>
        _orders[request.Key.ClientOrderId.Value].Ending = reason;

    public void OnDisconnect(ExchangeIndex exchange, EngineState state, OrderBatch orders)
    {
        if (table.Has("cancel-on-drop"))
        {
            Cancelling.All(InstrumentFilter.All, state, orders);
        }
    }

    public void OnTradingDisabled(EngineState state, OrderBatch orders)
    {
        if (table.Has("cancel-on-off"))
        {
            Cancelling.All(InstrumentFilter.All, state, orders);
        }
    }

    public void Hear(AccountEvent account, EngineState state)
    {
        switch (account)
        {
            case AccountEvent.OrderSnapshot { Order: var order }:
                var note = NoteOf(order.Key.ClientOrderId.Value);
                note.Ending = WordOf(order.State) ?? note.Ending;
                if (order.State is ActiveOrderState.Open open)
                {
                    _names[open.Id] = order.Key.ClientOrderId.Value;
                }

                break;
            case AccountEvent.OrderCancelled { Response: var answer }:
                var name = answer.Key.ClientOrderId.Value;
                _cancels[name] = answer.Error?.ToString() ?? "accepted";
                NoteOf(name).Ending = answer.Error is null ? "cancelled" : NoteOf(name).Ending;
                break;
            case AccountEvent.Filled { Fill: var fill }:
                var traded = NoteOf(_names[fill.OrderId]);
                (traded.Filled, traded.Value) = (traded.Filled + fill.Quantity, traded.Value + fill.ValueQuote);
                break;
        }
    }

    /// <summary>What came of each row that expects something, a line each.</summary>
    public IEnumerable<(int Line, string Expected, string Came)> Answers()
    {
        foreach (var row in table.Doings.Where(row => row.Answer.Length > 0))
        {
            var came = row switch
            {
                _ when ScenarioTable.IsFact(row) => row.IsEnd
                    ? FactOf(row, _state!)
                    : _seen.GetValueOrDefault(row.Line, "never looked at"),
                { Do: "cancel" } => _cancels.GetValueOrDefault(row.Id, "nothing"),
                { Do: "wake" } => _wakes.GetValueOrDefault(row.Id, "nothing"),
                _ => _orders.TryGetValue(row.Id, out var order) ? order.ToString() : "nothing",
            };
            yield return (row.Line, row.Answer, came);
        }
    }

    private void Do(TableRow row, EngineState state, OrderBatch orders)
    {
        switch (row.Do)
        {
            case "cancel":
                var instrument = IndexOf(row, state);
                var isActive = state[instrument].Orders.TryGet(new ClientOrderId(row.Id), out var order);
                orders.Cancel(isActive ? order!.ToCancelRequest()! : new OrderRequestCancel(KeyOf(row, state)));
                break;
            case "cancel-all":
                Cancelling.All(FilterOf(row, state), state, orders);
                break;
            case "close":
                Closing.AtMarket(FilterOf(row, state), state, orders);
                break;
            case "wake":
                orders.WakeAt(state.Time + TimeSpan.FromSeconds((double)row.Amount), row.Id);
                break;
            case "fail":
                throw new InvalidOperationException("as the table says");
            case var _ when ScenarioTable.IsOrder(row):
                NoteOf(row.Id);
                orders.Open(RequestOf(row, state));
                break;
            default:
                _seen[row.Line] = FactOf(row, state);
                break;
        }
    }

    private OrderRequestOpen RequestOf(TableRow row, EngineState state)
    {
        var key = KeyOf(row, state);
        return row.Do == "market"
            ? OrderRequestOpen.Market(key, row.Side, row.Amount)
            : OrderRequestOpen.Limit(key, row.Side, row.Price[0], row.Amount, row.Do switch
            {
                "post" => TimeInForce.GoodUntilCancelled(postOnly: true),
                "ioc" => TimeInForce.ImmediateOrCancel,
                "fok" => TimeInForce.FillOrKill,
                "day" => TimeInForce.GoodUntilEndOfDay,
                _ => TimeInForce.GoodUntilCancelled(),
            });
    }

    private static InstrumentFilter FilterOf(TableRow row, EngineState state) => row.Of.Length == 0
        ? InstrumentFilter.All
        : new InstrumentFilter.Instruments([IndexOf(row, state)]);

    private OrderKey KeyOf(TableRow row, EngineState state) =>
        new(new ExchangeIndex(0), IndexOf(row, state), Id, new ClientOrderId(row.Id));

    private OrderNote NoteOf(string name) =>
        _orders.TryGetValue(name, out var note) ? note : _orders[name] = new OrderNote();

    private static InstrumentIndex IndexOf(TableRow row, EngineState state) =>
        state.Catalog.FindInstrument(ExchangeId.BinanceSpot, row.Of);

    private static string FactOf(TableRow row, EngineState state) => row.Do switch
    {
        "trading" => state.Trading.ToString().ToLowerInvariant(),
        "link" => state.Connectivity[new ExchangeIndex(0)].MarketData.ToString().ToLowerInvariant(),
        "balance" => Text(state[state.Catalog.FindAsset(ExchangeId.BinanceSpot, row.Of)].Total),
        "free" => Text(state[state.Catalog.FindAsset(ExchangeId.BinanceSpot, row.Of)].Free),
        "orders" => Text(state[IndexOf(row, state)].Orders.Count),
        "earned" => Text(state[IndexOf(row, state)].Positions.PnlRealised),
        "paid" => Text(state[IndexOf(row, state)].Positions.Fees),
        _ => Text(state[IndexOf(row, state)].Position?.QuantitySigned ?? 0m),
    };

    private static string? WordOf(OrderState state) => state switch
    {
        InactiveOrderState.FullyFilled => "",
        InactiveOrderState.Cancelled => "cancelled",
        InactiveOrderState.Expired => "expired",
        InactiveOrderState.OpenFailed failed => failed.Error.ToString(),
        _ => "open",
    };

    private static string Text(decimal number) => DecimalText.Format(number);

    private sealed class OrderNote
    {
        public string Ending { get; set; } = "sent";

        public decimal Filled { get; set; }

        public decimal Value { get; set; }

        public override string ToString() => string.Join(
            ", ",
            new[] { Filled == 0m ? "" : $"{Text(Filled)} at {Text(Value / Filled)}", Ending }
                .Where(part => part.Length > 0));
    }
}
