namespace Barter.Engine.Audit;

/// <summary>Why a request was not sent; the first that applies.</summary>
public enum SendRefusal : byte
{
    /// <summary>The instrument or the exchange is not in the catalog, or they do not belong together.</summary>
    UnknownIndex,

    /// <summary>The exchange is only listened to.</summary>
    NoExecution,

    /// <summary>The quantity or the price is not positive, or larger than any account could hold.</summary>
    OutOfRange,

    /// <summary>An order of that client order id is active, or was not long ago.</summary>
    DuplicateClientOrderId,
}
