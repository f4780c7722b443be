using Barter.Model;

namespace Barter.Engine.Orders;

/// <summary>Names orders by session, strategy and a count, so that the same inputs give the same names.</summary>
internal sealed class ClientOrderIds(string session, StrategyId strategy, ulong count)
{
    /// <summary>How many were given; the number of the next.</summary>
    public ulong Count { get; private set; } = count;

    public ClientOrderId Next() => new(string.Create(null, $"{session}-{strategy}-{Count++}"));
}
