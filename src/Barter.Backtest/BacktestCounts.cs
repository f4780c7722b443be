namespace Barter.Backtest;

/// <summary>How much happened in a run.</summary>
public sealed record BacktestCounts
{
    /// <summary>Market events, reconnect marks included.</summary>
    public long MarketEvents { get; init; }

    /// <summary>Steps of the engine.</summary>
    public long Steps { get; init; }

    public long OrdersSent { get; init; }

    public long CancelsSent { get; init; }

    /// <summary>Parts of orders that traded.</summary>
    public long Fills { get; init; }

    /// <summary>Orders that an exchange refused.</summary>
    public long OrdersRejected { get; init; }

    /// <summary>Orders that the risk policy refused.</summary>
    public long RiskRefusals { get; init; }

    /// <summary>Why the strategy or the risk policy failed, if it did; trading was disabled from then on.</summary>
    public string? Fault { get; init; }
}
