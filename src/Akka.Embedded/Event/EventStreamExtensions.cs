using Akka.Actor;

namespace Akka.Event;

/// <summary>Subscriptions with the channel as a type argument.</summary>
public static class EventStreamExtensions
{
    public static bool Subscribe<TChannel>(this EventStream @this, IActorRef subscriber) =>
        @this.Subscribe(subscriber, typeof(TChannel));

    public static bool Unsubscribe<TChannel>(this EventStream @this, IActorRef subscriber) =>
        @this.Unsubscribe(subscriber, typeof(TChannel));
}
