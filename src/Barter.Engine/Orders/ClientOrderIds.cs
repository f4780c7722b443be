using Barter.Model;

namespace Barter.Engine.Orders;

/// <summary>Names orders by session, strategy and a count, so that the same inputs give the same names.</summary>
internal sealed class ClientOrderIds(string session, StrategyId strategy)
{
    private ulong _count;

    public ClientOrderId Next() => new(string.Create(null, $"{session}-{strategy}-{_count++}"));
}
