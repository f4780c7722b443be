using Akka.Actor;

namespace Akka.Simulation;

/// <summary>Stands for a message that an actor does not survive.</summary>
internal sealed class Crash(object original, bool after) : IAutoReceivedMessage
{
    public object Original { get; } = original;

    /// <summary>Gets a value indicating whether the message is processed first.</summary>
    public bool After { get; } = after;
}
