namespace Barter.Execution.Exchanges.Served;

/// <summary>Where the recording of a served exchange is.</summary>
public enum MarketPlay
{
    /// <summary>It begins with the first who wants to see it.</summary>
    Waiting,
    Playing,

    /// <summary>It was stopped for good; orders are still taken and answered.</summary>
    Stopped,
    Over,
}
