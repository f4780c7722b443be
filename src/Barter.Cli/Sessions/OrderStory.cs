using Barter.Actors;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>Collects what happened to one order while its session is replayed.</summary>
/// <param name="isMeant">Whether it is the order.</param>
/// <param name="ids">What its exchange calls it.</param>
internal sealed class OrderStory(
    Func<ClientOrderId, bool> isMeant, IReadOnlySet<(ExchangeIndex Exchange, OrderId Id)> ids) : IReplayWatcher
{
    private readonly List<StoryLine> _lines = [];
    private readonly List<ClientOrderId> _meant = [];
    private Timestamp _now;
    private EngineState? _state;

    public IReadOnlyList<StoryLine> Lines => _lines;

    /// <summary>Those that are meant: more than one where a part of a name was not enough.</summary>
    public IReadOnlyList<ClientOrderId> Meant => _meant;

    public OrderRequestOpen? Request { get; private set; }

    /// <summary>Why it was not sent.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Its last state as the exchange told it.</summary>
    public OrderState? Told { get; private set; }

    /// <summary>Who wished to cancel it; none where nobody did.</summary>
    public string? Canceller { get; private set; }

    public List<Fill> Fills { get; } = [];

    /// <summary>Since when it rested.</summary>
    public Timestamp? RestsFrom { get; private set; }

    /// <summary>Until when it rested.</summary>
    public Timestamp? RestsTo { get; private set; }

    /// <summary>The best price of the other side while it rested.</summary>
    public decimal? BestOpposite { get; private set; }

    /// <summary>Whether the engine still counts on it.</summary>
    public bool IsActive => Request is { } request && _state is { } state
        && state[request.Key.Instrument].Orders.TryGet(request.Key.ClientOrderId, out _);

    public InstrumentCatalog? Catalog => _state?.Catalog;

    public void Stepped(long entry, Timestamp now, EngineEvent cause, in EngineStep step, EngineState state)
    {
        (_state, _now) = (state, now);
        if (cause is EngineEvent.Account { Event: var told })
        {
            Hear(entry, told);
        }
        else if (Request is not null && Refusal is null && RestsTo is null)
        {
            See(entry, cause, state);
        }

        foreach (var output in step.Outputs)
        {
            switch (output)
            {
                case EngineOutput.AlgoOrders { Orders: var orders }:
                    Take(entry, cause, step, orders, "the strategy");
                    break;
                case EngineOutput.OnTradingDisabled { Orders: var orders }:
                    Take(entry, cause, step, orders, "the strategy, because trading was disabled");
                    break;
                case EngineOutput.AccountDisconnect { Orders: var orders }:
                    Take(entry, cause, step, orders, "the strategy, because the link to the account was lost");
                    break;
                case EngineOutput.MarketDisconnect { Orders: var orders }:
                    Take(entry, cause, step, orders, "the strategy, because the link to market data was lost");
                    break;
                case EngineOutput.Commanded { Action: ActionOutput.OpenOrders { Opens: var opens } }:
                    Take(entry, cause, step, OrdersOutput.Empty with { Opens = opens }, "a command");
                    break;
                case EngineOutput.Commanded { Action: ActionOutput.CancelOrders { Cancels: var cancels } }:
                    Take(entry, cause, step, OrdersOutput.Empty with { Cancels = cancels }, "a command");
                    break;
                case EngineOutput.Commanded { Action: ActionOutput.ClosePositions { Orders: var orders } }:
                    Take(entry, cause, step, orders, "a command to close positions");
                    break;
            }
        }
    }

    public void Read(long number, JournalEntry entry)
    {
        switch (entry)
        {
            case JournalEntry.OpenIntended { Request.Key.ClientOrderId: var id } when isMeant(id):
                Add(entry.Now, number, "intent", "kept in the journal, to be sent once it is durable");
                break;
            case JournalEntry.CancelIntended { Request.Key.ClientOrderId: var id } when isMeant(id):
                Add(entry.Now, number, "intent", "the cancel was kept in the journal");
                break;
            case JournalEntry.Sent { Order: var id } sent when isMeant(id):
                var again = _lines.Any(line => line.Kind is "sent" && !sent.IsCancel) ? " again" : "";
                Add(
                    entry.Now,
                    number,
                    sent.IsCancel ? "cancel-sent" : "sent",
                    sent.IsCancel ? "the cancel was sent" : $"sent{again}");
                break;
        }
    }

    private void Take(long entry, EngineEvent cause, in EngineStep step, OrdersOutput orders, string who)
    {
        foreach (var request in orders.Opens.Sent.Where(row => isMeant(row.Key.ClientOrderId)))
        {
            Wish(entry, cause, step, request, who);
            if (!who.StartsWith("a command", StringComparison.Ordinal))
            {
                Add(_now, entry, "risk", "the risk policy approved it");
            }
        }

        foreach (var (request, reason) in orders.OpensRefused.Where(row => isMeant(row.Item.Key.ClientOrderId)))
        {
            Wish(entry, cause, step, request, who);
            Refuse(entry, $"the risk policy refused it: {reason}");
        }

        foreach (var (request, reason) in orders.Opens.Errors.Where(row => isMeant(row.Request.Key.ClientOrderId)))
        {
            Wish(entry, cause, step, request, who);
            Refuse(entry, $"the engine did not send it: {reason}");
        }

        foreach (var request in orders.Cancels.Sent.Where(row => isMeant(row.Key.ClientOrderId)))
        {
            Canceller = who;
            Add(_now, entry, "cause", Happened(cause, step));
            Add(_now, entry, "cancel", $"{who} wished to cancel it");
        }

        foreach (var (request, reason) in orders.CancelsRefused.Where(row => isMeant(row.Item.Key.ClientOrderId)))
        {
            Add(_now, entry, "cancel", $"{who} wished to cancel it; the risk policy refused that: {reason}");
        }
    }

    private void Wish(long entry, EngineEvent cause, in EngineStep step, OrderRequestOpen request, string who)
    {
        if (!_meant.Contains(request.Key.ClientOrderId))
        {
            _meant.Add(request.Key.ClientOrderId);
        }

        Request = request;
        Add(_now, entry, "cause", Happened(cause, step));
        Add(_now, entry, "wish", $"{who} wished to {OrderWords.Of(request, _state!.Catalog)}");
    }

    private void Refuse(long entry, string refusal)
    {
        Refusal = refusal;
        Add(_now, entry, "risk", refusal);
    }

    private string Happened(EngineEvent cause, in EngineStep step) =>
        $"step {step.Sequence}: {EventWords.Of(cause, _state!.Catalog)}";

    private void Hear(long entry, AccountEvent told)
    {
        switch (told)
        {
            case AccountEvent.OrderSnapshot { Order: var order } when isMeant(order.Key.ClientOrderId):
                Hear(entry, order);
                break;
            case AccountEvent.OrderCancelled { Response: var answer } when isMeant(answer.Key.ClientOrderId):
                if (answer.Cancelled is { } cancelled)
                {
                    Told = cancelled;
                    End();
                    Add(_now, entry, "end", "cancelled");
                }
                else
                {
                    Add(_now, entry, "cancel-refused", $"the cancel had no effect: {answer.Error}");
                }

                break;
            case AccountEvent.Filled { Fill: var fill } when ids.Contains((told.Exchange, fill.OrderId)):
                Fills.Add(fill);
                Add(_now, entry, "fill", OrderWords.Of(fill, _state!.Catalog));
                break;
        }
    }

    private void Hear(long entry, Order order)
    {
        Request ??= order.ToOpenRequest();
        var before = Told;
        Told = order.State;
        switch (order.State)
        {
            case ActiveOrderState.Open open when before is not ActiveOrderState.Open:
                RestsFrom ??= _now;
                Look(_state!);
                Add(_now, entry, "ack", $"the exchange took it as order {open.Id}");
                break;
            case InactiveOrderState.OpenFailed { Error: { LeavesOutcomeUnknown: true } error }:
                Add(_now, entry, "doubt", $"whether it was placed is not known: {error}");
                break;
            case InactiveOrderState inactive:
                End();
                Add(_now, entry, "end", OrderWords.Of(inactive));
                break;
        }
    }

    private void See(long entry, EngineEvent cause, EngineState state)
    {
        if (cause is EngineEvent.Market { Event: { IsReconnecting: false } market })
        {
            if (RestsFrom is not null && market.Instrument == Request!.Key.Instrument)
            {
                Look(state);
            }
        }
        else if (cause is EngineEvent.SessionRestarted or EngineEvent.Reconciled or EngineEvent.AccountReconnecting)
        {
            Add(_now, entry, "restart", EventWords.Of(cause, state.Catalog));
        }
    }

    private void Look(EngineState state)
    {
        if (Opposite(state[Request!.Key.Instrument]) is { } price)
        {
            BestOpposite = Request.Side == Side.Buy
                ? Math.Min(BestOpposite ?? price, price)
                : Math.Max(BestOpposite ?? price, price);
        }
    }

    private decimal? Opposite(InstrumentState row) =>
        (Request!.Side == Side.Buy ? row.Market.BestAsk?.Price : row.Market.BestBid?.Price) ?? row.Market.LastPrice;

    private void End() => RestsTo ??= _now;

    private void Add(Timestamp at, long entry, string kind, string text) =>
        _lines.Add(new StoryLine(at, entry, kind, text));
}
