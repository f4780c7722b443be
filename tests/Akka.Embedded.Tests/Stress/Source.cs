using Akka.Actor;

namespace Akka.Stress;

/// <summary>Tells numbered parcels, and gives way to others in between.</summary>
internal sealed class Source(IActorRef receiver, int pair, int count) : UntypedActor
{
    private const int Slice = 500;

    private int _told;

    protected override void OnReceive(object message)
    {
        for (var end = Math.Min(_told + Slice, count); _told < end; _told++)
        {
            receiver.Tell(new Parcel(pair, _told), Self);
        }

        if (_told < count)
        {
            Self.Tell(message, Self);
        }
    }
}
