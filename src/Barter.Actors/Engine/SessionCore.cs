using System.Diagnostics.CodeAnalysis;
using Barter.Actors.Settings;
using Barter.Backtest;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Execution.Simulation;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors.Engine;

/// <summary>The core as one session has it: the engine, and the books that are kept of what it does.</summary>
internal sealed class SessionCore
{
    private readonly TradingEngine _engine;
    private readonly RunObserver _observer;
    private readonly SessionImage _image;
    private Timestamp _now;

    public SessionCore(SessionPlan plan)
    {
        _now = plan.Start;
        _engine = new TradingEngine(SettingsOf(plan));
        _observer = new RunObserver(
            _engine.State, plan.Start, plan.Session, plan.RiskFreeReturn, plan.Options.SummaryInterval);
        _image = new SessionImage(_engine.Settings);
        Progress = new SessionProgress(plan);
    }

    /// <summary>How far it has come, beside what the engine knows.</summary>
    public SessionProgress Progress { get; }

    /// <summary>The session's time; that of the last event.</summary>
    public Timestamp Now => _now;

    public EngineState State => _engine.State;

    public ulong Sequence => _engine.Sequence;

    /// <summary>How many events it took in.</summary>
    public long Steps => _observer.Counts.Steps;

    /// <summary>The hash of all steps so far.</summary>
    public string Digest => _observer.Digest();

    /// <summary>Makes a core what another one of the same plan was when it was saved.</summary>
    /// <param name="plan">What it is made of.</param>
    /// <param name="saved">What <see cref="TrySave"/> gave.</param>
    /// <param name="core">The core, where there is one.</param>
    /// <param name="refusal">Why there is none; the journal is to be replayed from its beginning then.</param>
    public static bool TryRestore(
        SessionPlan plan,
        ReadOnlyMemory<byte> saved,
        [NotNullWhen(true)] out SessionCore? core,
        [NotNullWhen(false)] out string? refusal) =>
        new SessionImage(SettingsOf(plan)).TryRestore(saved, out core, out refusal);

    /// <summary>Everything that it holds, as bytes. Changes nothing.</summary>
    /// <param name="saved">The bytes, where it can be saved.</param>
    /// <param name="refusal">Why it cannot be; its journal alone keeps it then.</param>
    public bool TrySave([NotNullWhen(true)] out byte[]? saved, [NotNullWhen(false)] out string? refusal) =>
        _image.TrySave(this, out saved, out refusal);

    /// <summary>Takes a market event in.</summary>
    /// <param name="market">The event.</param>
    /// <param name="now">The session's time; it does not go back.</param>
    public EngineStep Process(in MarketEvent market, Timestamp now)
    {
        MoveTo(now);
        _observer.Before(_now);
        var step = _engine.Process(market);
        _observer.After(market, step);
        Progress.After(step, _now);
        return step;
    }

    /// <summary>Takes any other event in.</summary>
    /// <param name="cause">The event.</param>
    /// <param name="now">The session's time; none for that of the event before.</param>
    /// <param name="report">The number of the exchange's report; 0 for what is none.</param>
    public EngineStep Process(EngineEvent cause, Timestamp? now, long report = 0)
    {
        Progress.Before(cause, report);
        MoveTo(now ?? _now);
        _observer.Before(_now);
        var step = _engine.Process(cause);
        _observer.After(cause, step);
        Progress.After(cause, step, _now);
        return step;
    }

    public SystemSummary Summarise(ReturnInterval interval)
    {
        _observer.Summarise(_now);
        return new SystemSummary(_observer.Generator.Generate(interval), _observer.Digest())
        {
            Counts = _observer.Counts,
            StateDigest = StateDigest.Of(State),
            Orders = _observer.Orders,
        };
    }

    /// <summary>Orders of an exchange of which something was asked and not yet answered.</summary>
    public ValueList<EngineProtocol.Pending> Unanswered(ExchangeIndex exchange)
    {
        List<EngineProtocol.Pending> unanswered = [];
        foreach (var row in State.Instruments)
        {
            for (var at = 0; row.Instrument.Exchange == exchange && at < row.Orders.Count; at++)
            {
                if (row.Orders[at] is { State: not ActiveOrderState.Open } order)
                {
                    unanswered.Add(new EngineProtocol.Pending(order, Progress.IntendedAt(order.Key.ClientOrderId)));
                }
            }
        }

        return unanswered.ToValueList();
    }

    /// <summary>A simulated exchange on which nothing has happened but what the engine heard.</summary>
    public SimulatedExchangeSettings Resume(SimulatedLink link)
    {
        var active = new List<Order>();
        var markets = new List<MarketEvent>();
        foreach (var row in State.Instruments)
        {
            if (row.Instrument.Exchange == link.Exchange)
            {
                markets.AddRange(Known(row));
                for (var at = 0; at < row.Orders.Count; at++)
                {
                    active.Add(row.Orders[at]);
                }
            }
        }

        return Progress.Account!.Resume(link.Exchange, link.Settings, active, markets.ToValueList());
    }

    public int CountActive()
    {
        var count = 0;
        foreach (var row in State.Instruments)
        {
            count += row.Orders.Count;
        }

        return count;
    }

    /// <summary>Cancels that no answer has settled: an order in doubt does not say that it was to go.</summary>
    public ValueList<OrderRequestCancel> Cancelling(ExchangeIndex exchange) => Progress.Cancels
        .Where(cancel => cancel.Key.Exchange == exchange && IsActive(cancel.Key))
        .ToValueList();

    public bool HasUnanswered()
    {
        if (Progress.Cancels.Any(cancel => IsActive(cancel.Key)))
        {
            return true;
        }

        foreach (var row in State.Instruments)
        {
            for (var at = 0; at < row.Orders.Count; at++)
            {
                if (row.Orders[at].State is not ActiveOrderState.Open)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsActive(OrderKey key) => State[key.Instrument].Orders.TryGet(key.ClientOrderId, out _);

    private static IEnumerable<MarketEvent> Known(InstrumentState row)
    {
        var (market, exchange) = (row.Market, row.Instrument.ExchangeId);
        if (market.LastPrice is { } last)
        {
            yield return MarketEvent.OfTrade(
                exchange, row.Index, market.TimeLast, market.TimeLast, 0, last, 1m, Side.Buy);
        }

        if (market.TimeBook > Timestamp.MinValue)
        {
            yield return MarketEvent.OfL1(
                exchange, row.Index, market.TimeBook, market.TimeBook,
                new OrderBookL1(market.TimeBook, market.BestBid, market.BestAsk));
        }
    }

    private static EngineSettings SettingsOf(SessionPlan plan) => new()
    {
        Catalog = plan.Catalog,
        Executions = plan.Executions.Select(exchange => plan.Catalog[exchange]).ToValueList(),
        Strategy = plan.NewStrategy(),
        Risk = plan.NewRisk(),
        Session = plan.Session,
        Start = plan.Start,
        Trading = plan.Options.TradingEnabled ? TradingState.Enabled : TradingState.Disabled,
    };

    /// <summary>Moves the session's time on, which does not go back, and tells it.</summary>
    public Timestamp MoveTo(Timestamp now) => _now = Timestamp.Max(_now, now);
}
