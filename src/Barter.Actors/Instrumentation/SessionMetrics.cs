using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Actors.Instrumentation;

/// <summary>Counts and times what a session does. Names and units stand in docs/hosting.md.</summary>
/// <remarks>
/// Market data is told on one thread and taken on another, desks have theirs; all else is the engine's. Without a
/// clock, as in a recording whose time is the time, there are counts and no latencies.
/// </remarks>
internal sealed class SessionMetrics
{
    public const string Name = "Barter.Actors";

    private readonly ConcurrentQueue<(long At, int Count)> _ahead = [];
    private readonly Dictionary<ClientOrderId, Flight> _opens = [];
    private readonly Dictionary<ClientOrderId, Flight> _cancels = [];
    private readonly Instruments _instruments;
    private readonly OrderTraces _traces;
    private readonly InstrumentCatalog _catalog;
    private readonly TimeProvider? _time;
    private readonly KeyValuePair<string, object?> _session;
    private long? _toldAt;
    private long _conflated;
    private bool _hasMarketStarted;
    private volatile bool _hasEnded;

    public SessionMetrics(IMeterFactory meters, string session, InstrumentCatalog catalog, TimeProvider? time)
    {
        (_instruments, _traces) = (new Instruments(meters.Create(Name)), new OrderTraces(session, catalog));
        (_catalog, _time, _session) = (catalog, time, new("session", session));
    }

    /// <summary>Market data starts, for the first time or again.</summary>
    public void MarketStarted()
    {
        if (_hasMarketStarted)
        {
            Restarted("market-data");
        }

        _hasMarketStarted = true;
    }

    /// <summary>Market events are about to be told to the engine.</summary>
    /// <param name="count">How many.</param>
    /// <param name="conflated">Quotes that made way since the session started.</param>
    public void MarketTold(int count, long conflated)
    {
        _ahead.Enqueue((_time?.GetTimestamp() ?? 0, count));
        _instruments.Mailbox.Add(count, _session);
        if (_hasEnded)
        {
            Forget();
        }

        if (conflated > _conflated)
        {
            _instruments.Conflated.Add(conflated - _conflated, _session);
            _conflated = conflated;
        }
    }

    /// <summary>The engine takes in what was told first.</summary>
    public void MarketTaken()
    {
        _toldAt = null;
        if (_ahead.TryDequeue(out var told))
        {
            _toldAt = told.At;
            _instruments.Mailbox.Add(-told.Count, _session);
        }
    }

    public void Stepped(in MarketEvent cause, in EngineStep step)
    {
        Count(cause);
        if (step.Requests.Count > 0 && _toldAt is { } told && _time is not null)
        {
            _instruments.TickToOrder.Record(_time.GetElapsedTime(told).TotalSeconds, _session);
        }

        Stepped(step);
    }

    public void Stepped(EngineEvent cause, in EngineStep step)
    {
        switch (cause)
        {
            case EngineEvent.Market { Event: var market }:
                Count(market);
                break;
            case EngineEvent.AccountReconnecting { Exchange: var exchange }:
                Count("account_reconnecting");
                CountReconnect("account", exchange);
                break;
            case EngineEvent.Account { Event: var account }:
                Count(WordOf(account));
                Hear(account);
                break;
            default:
                Count(WordOf(cause));
                break;
        }

        Stepped(step);
    }

    /// <summary>A desk has handed a request to the link of its exchange; on the desk's thread.</summary>
    public void Requested(ExecutionRequest request) => _instruments.Requests.Add(
        1,
        _session,
        new("request", request is ExecutionRequest.Open ? "open" : "cancel"),
        new("exchange", _catalog[request.Key.Exchange].ToWire()));

    public void Restarted(string part) => _instruments.Restarts.Add(1, _session, new("part", part));

    /// <summary>Nothing more is taken in.</summary>
    public void End()
    {
        _hasEnded = true;
        Forget();
        _traces.Dispose();
    }

    private static string WordOf(EngineEvent cause) => cause switch
    {
        EngineEvent.Commanded => "command",
        EngineEvent.TradingStateUpdate => "trading_state",
        EngineEvent.TimerElapsed => "timer",
        EngineEvent.SessionRestarted => "restart",
        EngineEvent.Reconciled => "reconciled",
        EngineEvent.Shutdown => "shutdown",
        _ => "other",
    };

    private static string WordOf(AccountEvent account) => account switch
    {
        AccountEvent.Snapshot => "account_snapshot",
        AccountEvent.BalanceSnapshot => "balance",
        AccountEvent.OrderSnapshot => "order",
        AccountEvent.OrderCancelled => "cancel",
        AccountEvent.Filled => "fill",
        _ => "other",
    };

    /// <summary>What is told to an engine that has ended waits for nobody.</summary>
    private void Forget()
    {
        while (_ahead.TryDequeue(out var told))
        {
            _instruments.Mailbox.Add(-told.Count, _session);
        }
    }

    private void Count(string kind) => _instruments.Events.Add(1, _session, new("kind", kind));

    private void Count(in MarketEvent market)
    {
        Count(market.Kind.ToWord());
        if (market.IsReconnecting)
        {
            CountReconnect("market_data", market.Exchange);
        }
    }

    private void CountReconnect(string link, ExchangeId exchange) =>
        _instruments.Reconnects.Add(1, _session, new("link", link), new("exchange", exchange.ToWire()));

    private void Stepped(in EngineStep step)
    {
        foreach (var request in step.Requests)
        {
            var flight = new Flight(_time?.GetTimestamp() ?? 0, _time?.GetUtcNow() ?? default, request.Key);
            if (request is ExecutionRequest.Open)
            {
                CountOrders("sent", request.Key.Exchange);
                _opens[request.Key.ClientOrderId] = flight;
            }
            else
            {
                _cancels[request.Key.ClientOrderId] = flight;
            }
        }

        foreach (var output in step.Outputs)
        {
            if (output is EngineOutput.AlgoOrders { Orders.OpensRefused: var refused })
            {
                foreach (var one in refused)
                {
                    CountOrders("refused", one.Item.Key.Exchange);
                }
            }
        }
    }

    /// <summary>The outcome of a request has been unknown for too long.</summary>
    public void UnknownLasts(ExchangeIndex exchange) => CountOrders("unknown", exchange);

    private void CountOrders(string outcome, ExchangeIndex exchange) => _instruments.Orders.Add(
        1, _session, new("outcome", outcome), new("exchange", _catalog[exchange].ToWire()));

    private void Hear(AccountEvent account)
    {
        switch (account)
        {
            case AccountEvent.OrderSnapshot { Order: { State: not ActiveOrderState.OpenInFlight } order }:
                Hear(order);
                break;
            case AccountEvent.OrderCancelled { Response: { Error: not { LeavesOutcomeUnknown: true } } response }:
                Acknowledge(_cancels, response.Key, "cancel", response.Error is null ? "cancelled" : "rejected");
                _cancels.Remove(response.Key.ClientOrderId);
                if (response.Cancelled is not null)
                {
                    Finish(response.Key, "cancelled");
                }

                break;
        }
    }

    private void Hear(Order order)
    {
        var outcome = order.State switch
        {
            InactiveOrderState.FullyFilled => "filled",
            InactiveOrderState.Cancelled => "cancelled",
            InactiveOrderState.Expired => "expired",
            InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: true } => "unanswered",
            InactiveOrderState.OpenFailed => "rejected",
            _ => null,
        };
        if (outcome is "unanswered")
        {
            CountOrders(outcome, order.Key.Exchange);
            return;
        }

        Acknowledge(_opens, order.Key, "open", outcome ?? "resting");
        if (outcome is not null)
        {
            Finish(order.Key, outcome);
        }
    }

    /// <summary>An order ends once, however often that is told.</summary>
    private void Finish(OrderKey key, string outcome)
    {
        _cancels.Remove(key.ClientOrderId);
        if (_opens.Remove(key.ClientOrderId))
        {
            CountOrders(outcome, key.Exchange);
        }
    }

    private void Acknowledge(
        Dictionary<ClientOrderId, Flight> flights, OrderKey key, string request, string answer)
    {
        if (_time is null || !flights.TryGetValue(key.ClientOrderId, out var flight) || flight.IsAnswered)
        {
            return;
        }

        flights[key.ClientOrderId] = flight with { IsAnswered = true };
        var took = _time.GetElapsedTime(flight.SentAt);
        _instruments.OrderToAck.Record(took.TotalSeconds, _session, new("request", request));
        _traces.Answered(flight, took, request, answer);
    }
}
