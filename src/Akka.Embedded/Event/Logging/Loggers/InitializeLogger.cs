using Akka.Actor;

namespace Akka.Event;

/// <summary>The first message of a logger; it answers <see cref="LoggerInitialized"/> and then hears log events.</summary>
public sealed class InitializeLogger : INoSerializationVerificationNeeded
{
    public InitializeLogger(EventStream loggingBus) => LoggingBus = loggingBus;

    /// <summary>Where to subscribe to more than log events.</summary>
    public EventStream LoggingBus { get; }
}
