using Akka.Actor;
using Akka.Event;

namespace Akka.Stress;

/// <summary>Books the parcels that came too late, in the ledgers of those who have ended.</summary>
internal sealed class Estate : UntypedActor
{
    private readonly Dictionary<IActorRef, Ledger> _ledgers = [];

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Ledger ledger:
                _ledgers.Add(Sender, ledger);
                break;
            case DeadLetter { Message: Parcel parcel } letter:
                _ledgers[letter.Recipient].Bury(parcel);
                break;
        }
    }
}
