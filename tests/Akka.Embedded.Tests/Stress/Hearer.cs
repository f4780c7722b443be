using Akka.Actor;

namespace Akka.Stress;

/// <summary>Books what it hears, and passes it on.</summary>
internal class Hearer(Ledger ledger, IActorRef[] next) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        ledger.Hear((Parcel)message);
        foreach (var receiver in next)
        {
            receiver.Tell(message, Self);
        }
    }
}
