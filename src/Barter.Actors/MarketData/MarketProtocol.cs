using Akka.Event;

namespace Barter.Actors.MarketData;

/// <summary>Everything the market-data actors hear beside the engine's answers.</summary>
internal static class MarketProtocol
{
    /// <summary>Tell no more market events.</summary>
    public sealed record Quiet : IDeadLetterSuppression;

    internal sealed record Due;
}
