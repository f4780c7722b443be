namespace Barter.Model;

/// <summary>What a user tells the engine to do. Commands are not asked of the risk policy.</summary>
public abstract record Command
{
    private Command()
    {
    }

    public sealed record SendCancelRequests : Command
    {
        /// <exception cref="ArgumentException">There is no request.</exception>
        public SendCancelRequests(ValueList<OrderRequestCancel> requests) => Requests = requests.Count > 0
            ? requests
            : throw new ArgumentException("SendCancelRequests requires at least one item", nameof(requests));

        public ValueList<OrderRequestCancel> Requests { get; }
    }

    public sealed record SendOpenRequests : Command
    {
        /// <exception cref="ArgumentException">There is no request.</exception>
        public SendOpenRequests(ValueList<OrderRequestOpen> requests) => Requests = requests.Count > 0
            ? requests
            : throw new ArgumentException("SendOpenRequests requires at least one item", nameof(requests));

        public ValueList<OrderRequestOpen> Requests { get; }
    }

    /// <summary>Closes the positions of the chosen instruments, as the strategy sees fit.</summary>
    public sealed record ClosePositions(InstrumentFilter Filter) : Command;

    /// <summary>Cancels every active order of the chosen instruments.</summary>
    public sealed record CancelOrders(InstrumentFilter Filter) : Command;
}
