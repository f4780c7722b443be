using Akka.Event;

namespace Akka.Actor;

/// <summary>A timer of an actor is due; whether it still counts is decided when it is heard.</summary>
internal sealed class TimerMessage(object key, object payload, long generation, TimerScheduler owner)
    : IAutoReceivedMessage, IDeadLetterSuppression, INoSerializationVerificationNeeded
{
    public object Key { get; } = key;

    public object Payload { get; } = payload;

    public long Generation { get; } = generation;

    public TimerScheduler Owner { get; } = owner;

    public override string ToString() => $"Timer({Key}, generation {Generation}): {Payload}";
}
