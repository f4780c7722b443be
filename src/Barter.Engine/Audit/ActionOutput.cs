using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What a command did.</summary>
public abstract record ActionOutput
{
    private ActionOutput()
    {
    }

    public sealed record CancelOrders(SendOutput<OrderRequestCancel> Cancels) : ActionOutput;

    public sealed record OpenOrders(SendOutput<OrderRequestOpen> Opens) : ActionOutput;

    public sealed record ClosePositions(OrdersOutput Orders) : ActionOutput;
}
