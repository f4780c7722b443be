using Akka.Actor;

namespace Akka.Parity.Tests.Support;

/// <summary>
/// Tells a witness of every hook it goes through, fails with the exception it is sent and counts the rest.
/// </summary>
public class Witnessed : ReceiveActor
{
    private readonly IActorRef _witness;
    private int _count;

    public Witnessed(IActorRef witness)
    {
        _witness = witness;
        _witness.Tell("constructor");
        Receive<Exception>(failure => throw failure);
        Receive<string>(text => text == "count", _ => Sender.Tell(++_count));
        ReceiveAny(message => _witness.Tell(message));
    }

    public static Props Props(IActorRef witness) => Akka.Actor.Props.Create(() => new Witnessed(witness));

    protected override void PreStart() => _witness.Tell("pre-start");

    protected override void PostStop() => _witness.Tell("post-stop");

    protected override void PreRestart(Exception reason, object? message)
    {
        _witness.Tell("pre-restart");
        base.PreRestart(reason, message!);
    }

    protected override void PostRestart(Exception reason)
    {
        _witness.Tell("post-restart");
        base.PostRestart(reason);
    }
}
