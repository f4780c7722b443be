using Akka.Actor;

namespace Akka.Stress;

/// <summary>Answers each parcel of the one before it with a parcel to the next, up to a limit.</summary>
internal sealed class RingMember(Ledger ledger, int limit) : UntypedActor
{
    private IActorRef _next = ActorRefs.Nobody;
    private int _told;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Parcel parcel:
                ledger.Hear(parcel);
                Tell(1);
                break;
            case IActorRef next:
                _next = next;
                break;
            case int parcels:
                Tell(parcels);
                break;
        }
    }

    private void Tell(int parcels)
    {
        for (var end = Math.Min(_told + parcels, limit); _told < end; _told++)
        {
            _next.Tell(new Parcel(0, _told), Self);
        }
    }
}
