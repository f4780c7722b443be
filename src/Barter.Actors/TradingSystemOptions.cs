using System.Diagnostics.Metrics;
using Akka.Actor;
using Akka.Configuration;
using Barter.Configuration;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Execution.Exchanges;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors;

/// <summary>What a system is started with beside its configuration.</summary>
public sealed record TradingSystemOptions
{
    /// <summary>
    /// Names the session: letters, digits, - and _; part of every client order id, unique in its actor system.
    /// </summary>
    public string Session { get; init; } = "session";

    /// <summary>Whether the strategy may send orders from the start; commands are carried out in any case.</summary>
    public bool TradingEnabled { get; init; } = true;

    /// <summary>Replace the configured balances of the same exchange and asset.</summary>
    public ValueList<InitialBalance> InitialBalances { get; init; } = [];

    /// <summary>Whether the audit can be taken.</summary>
    public bool Audit { get; init; }

    public EngineFeedMode FeedMode { get; init; }

    /// <summary>Makes the strategy; none sends no orders.</summary>
    public Func<IStrategy>? Strategy { get; init; }

    /// <summary>Makes the risk policy; none enforces the configured limits.</summary>
    public Func<IRiskPolicy>? Risk { get; init; }

    /// <summary>
    /// Makes the clients of exchanges that are somewhere else; these are not simulated. A client lives as long as its
    /// session.
    /// </summary>
    public IReadOnlyDictionary<ExchangeId, Func<IExecutionClient>> Executions { get; init; } =
        new Dictionary<ExchangeId, Func<IExecutionClient>>();

    public MarketFeed Market { get; init; } = MarketFeed.None;

    /// <summary>Keeps the session, so that it goes on where it was when its process is started again.</summary>
    public JournalSettings? Journal { get; init; }

    /// <summary>A year's return without risk as a fraction; as configured, or 0.05, where it is left out.</summary>
    public decimal? RiskFreeReturn { get; init; }

    /// <summary>What ratios of summaries are stated for, if a summary does not say.</summary>
    public ReturnInterval SummaryInterval { get; init; } = ReturnInterval.Daily;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes the meter <c>Barter.Actors</c>; none measures and traces nothing.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>Settings that go before the built-in ones, for a system that makes its own actor system.</summary>
    public Config? Settings { get; init; }

    /// <summary>The actor system to live in, beside others; none makes one, which ends with the system.</summary>
    public ActorSystem? ActorSystem { get; init; }

    /// <summary>Makes an exchange that outlives the session, where tests have one; none simulates.</summary>
    internal Func<ExchangeIndex, Props>? Exchange { get; init; }
}
