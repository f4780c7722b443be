using Barter.Actors.Engine;
using Barter.Model;

namespace Barter.Actors;

/// <content>What a user can tell the engine.</content>
public sealed partial class SystemHandle
{
    /// <summary>Lets the strategy send orders, or not.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task SetTradingEnabledAsync(bool enabled, CancellationToken cancellationToken = default) => SendEventAsync(
        new EngineEvent.TradingStateUpdate(enabled ? TradingState.Enabled : TradingState.Disabled), cancellationToken);

    /// <summary>Feeds one event.</summary>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task SendEventAsync(EngineEvent @event, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return FeedAsync([@event], cancellationToken);
    }

    /// <summary>Feeds events in their order; what comes after a shutdown among them is refused.</summary>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task FeedEventsAsync(IEnumerable<EngineEvent> events, CancellationToken cancellationToken = default) =>
        FeedAsync(Checked(events, "event"), cancellationToken);

    /// <summary>Sends orders without asking the risk policy.</summary>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    /// <exception cref="IndexNotFoundException">One names what is not in the catalog.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task SendOpenRequestsAsync(
        IEnumerable<OrderRequestOpen> requests, CancellationToken cancellationToken = default)
    {
        var all = Checked(requests, "request");
        Known(all.Select(request => request.Key));
        return CommandAsync(new Command.SendOpenRequests(all), cancellationToken);
    }

    /// <summary>Cancels orders by their keys.</summary>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    /// <exception cref="IndexNotFoundException">One names what is not in the catalog.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task SendCancelRequestsAsync(
        IEnumerable<OrderRequestCancel> requests, CancellationToken cancellationToken = default)
    {
        var all = Checked(requests, "request");
        Known(all.Select(request => request.Key));
        return CommandAsync(new Command.SendCancelRequests(all), cancellationToken);
    }

    /// <summary>Cancels every order that the filter lets through; all where it is left out.</summary>
    /// <exception cref="IndexNotFoundException">The filter names what is not in the catalog.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task CancelOrdersAsync(InstrumentFilter? filter = null, CancellationToken cancellationToken = default)
    {
        Known(filter);
        return CommandAsync(new Command.CancelOrders(filter ?? InstrumentFilter.All), cancellationToken);
    }

    /// <summary>
    /// Closes every position that the filter lets through, in the strategy's way; all where it is left out.
    /// </summary>
    /// <exception cref="IndexNotFoundException">The filter names what is not in the catalog.</exception>
    /// <exception cref="SystemNotRunningException">The system has stopped.</exception>
    public Task ClosePositionsAsync(InstrumentFilter? filter = null, CancellationToken cancellationToken = default)
    {
        Known(filter);
        return CommandAsync(new Command.ClosePositions(filter ?? InstrumentFilter.All), cancellationToken);
    }

    private static ValueList<T> Checked<T>(IEnumerable<T> given, string what)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(given);
        var all = given.ToValueList();
        if (all.Count == 0)
        {
            throw new ArgumentException($"there must be at least one {what}", nameof(given));
        }

        for (var at = 0; at < all.Count; at++)
        {
            if (all[at] is null)
            {
                throw new ArgumentException($"{what} {at} is null", nameof(given));
            }
        }

        return all;
    }

    private Task CommandAsync(Command command, CancellationToken cancellationToken) =>
        SendEventAsync(new EngineEvent.Commanded(command), cancellationToken);

    private async Task FeedAsync(ValueList<EngineEvent> events, CancellationToken cancellationToken)
    {
        await AskAsync<EngineProtocol.Done>(new EngineProtocol.Feed(events), cancellationToken);
        if (events[^1].IsTerminal)
        {
            await Terminated.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The catalog throws for an index that it has not.</summary>
    private void Known(IEnumerable<OrderKey> keys)
    {
        foreach (var key in keys)
        {
            var (exchange, instrument) = (Catalog[key.Exchange], Catalog[key.Instrument]);
            if (instrument.ExchangeId != exchange)
            {
                throw new IndexNotFoundException($"order {key}: {instrument} is not traded at {exchange}");
            }
        }
    }

    private void Known(InstrumentFilter? filter)
    {
        switch (filter)
        {
            case InstrumentFilter.Exchanges { Items: var exchanges }:
                Known(exchanges, index => Catalog[index]);
                break;
            case InstrumentFilter.Instruments { Items: var instruments }:
                Known(instruments, index => Catalog[index]);
                break;
            case InstrumentFilter.Underlyings { Items: var underlyings }:
                Known(underlyings, underlying => (Catalog[underlying.Base], Catalog[underlying.Quote]));
                break;
        }
    }

    private static void Known<TItem, TRow>(ValueList<TItem> items, Func<TItem, TRow> find)
    {
        foreach (var item in items)
        {
            _ = find(item);
        }
    }
}
