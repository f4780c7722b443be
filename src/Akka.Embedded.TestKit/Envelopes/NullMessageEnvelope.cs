using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Stands for the last message where the last expectation took none.</summary>
public sealed class NullMessageEnvelope : MessageEnvelope
{
    private NullMessageEnvelope()
    {
    }

    public static NullMessageEnvelope Instance { get; } = new();

    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override object Message => throw NoMessage();

    /// <exception cref="IllegalActorStateException">Always.</exception>
    public override IActorRef Sender => throw NoMessage();

    public override string ToString() => "no message";

    private static IllegalActorStateException NoMessage() =>
        new("there is no last message: the last expectation took none, or there was none before");
}
