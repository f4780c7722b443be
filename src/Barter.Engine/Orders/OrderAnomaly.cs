namespace Barter.Engine.Orders;

/// <summary>What was odd about a report of an order. The state is unharmed.</summary>
public enum OrderAnomaly : byte
{
    None,

    /// <summary>About an order that is not tracked.</summary>
    Untracked,

    /// <summary>Older than what is known.</summary>
    Stale,

    /// <summary>Says again what is known, or less.</summary>
    Repeated,

    /// <summary>An answer to a cancel that is not in flight.</summary>
    NotCancelling,

    /// <summary>About an order that is over.</summary>
    Finished,
}
