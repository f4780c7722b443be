using Akka.Actor;

namespace Akka.TestKits;

/// <summary>Answers with what it hears; throws what is an exception.</summary>
internal sealed class Echo : ReceiveActor
{
    public Echo()
    {
        Receive<Exception>(error => throw error);
        ReceiveAny(message => Sender.Tell(message));
    }

    public static Props Props { get; } = Props.Create<Echo>();
}
