using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger's first message; once it answers <see cref="LoggerInitialized"/> it hears log events.</summary>
public sealed class InitializeLogger : INoSerializationVerificationNeeded
{
    public InitializeLogger(EventStream loggingBus) => LoggingBus = loggingBus;

    /// <summary>Where to subscribe to more than log events.</summary>
    public EventStream LoggingBus { get; }
}
