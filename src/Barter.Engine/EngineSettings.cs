using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine;

/// <summary>What an engine is made of.</summary>
public sealed record EngineSettings
{
    public required InstrumentCatalog Catalog { get; init; }

    /// <summary>The exchanges that orders can be sent to; all others are only listened to.</summary>
    public required ValueList<ExchangeId> Executions { get; init; }

    public required IStrategy Strategy { get; init; }

    public IRiskPolicy Risk { get; init; } = new ApproveAll();

    /// <summary>The name of the session; part of every client order id.</summary>
    public string Session { get; init; } = "session";

    /// <summary>
    /// How many orders the session has named before, where it goes on without their events: no name is given twice.
    /// </summary>
    public ulong OrdersNamed { get; init; }

    /// <summary>The engine's time before the first event.</summary>
    public Timestamp Start { get; init; }

    public TradingState Trading { get; init; } = TradingState.Disabled;
}
