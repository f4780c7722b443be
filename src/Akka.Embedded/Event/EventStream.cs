using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Publishes events of an actor system to whoever subscribed to their type, a base type or an interface of theirs.
/// </summary>
public sealed class EventStream
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Type, IActorRef[]> _receivers = new();
    private (IActorRef Subscriber, Type Channel)[] _subscriptions = [];

    /// <summary>Gets or sets the level from which on events for the log are made.</summary>
    internal LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    /// <summary>Gets or sets what is told of a new subscriber, so that one that ends is forgotten.</summary>
    internal Action<IActorRef>? Subscribed { get; set; }

    /// <returns>False when the subscriber hears all of the channel already.</returns>
    public bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_lock)
        {
            if (_subscriptions.Any(row => row.Subscriber.Equals(subscriber) && row.Channel.IsAssignableFrom(channel)))
            {
                return false;
            }

            Replace([.. _subscriptions, (subscriber, channel)]);
        }

        Subscribed?.Invoke(subscriber);
        return true;
    }

    /// <returns>False when nothing of the channel was subscribed.</returns>
    public bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Remove(row => row.Subscriber.Equals(subscriber) && channel.IsAssignableFrom(row.Channel));
    }

    /// <returns>False when the subscriber had no subscription.</returns>
    public bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Remove(row => row.Subscriber.Equals(subscriber));
    }

    /// <summary>Tells the event to its subscribers in the order in which they subscribed, each once.</summary>
    public void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        foreach (var receiver in ReceiversOf(@event.GetType()))
        {
            receiver.Tell(@event, ActorRefs.NoSender);
        }
    }

    internal bool HasSubscribers(Type type) => ReceiversOf(type).Length > 0;

    private IActorRef[] ReceiversOf(Type type)
    {
        if (_receivers.TryGetValue(type, out var known))
        {
            return known;
        }

        lock (_lock)
        {
            IActorRef[] found =
            [
                .. _subscriptions
                    .Where(row => row.Channel.IsAssignableFrom(type))
                    .Select(row => row.Subscriber)
                    .Distinct(),
            ];
            _receivers[type] = found;
            return found;
        }
    }

    private bool Remove(Predicate<(IActorRef Subscriber, Type Channel)> ends)
    {
        lock (_lock)
        {
            var kept = Array.FindAll(_subscriptions, row => !ends(row));
            var changed = kept.Length != _subscriptions.Length;
            if (changed)
            {
                Replace(kept);
            }

            return changed;
        }
    }

    private void Replace((IActorRef Subscriber, Type Channel)[] subscriptions)
    {
        _subscriptions = subscriptions;
        _receivers.Clear();
    }
}
