using Akka.Actor;

namespace Akka.Stress;

/// <summary>Ends after so many parcels, and leaves its ledger to whoever hears of the dead letters.</summary>
internal sealed class Mortal(Ledger ledger, int span, IActorRef estate) : Hearer(ledger, [])
{
    private readonly Ledger _ledger = ledger;

    protected override void OnReceive(object message)
    {
        base.OnReceive(message);
        if (_ledger.Heard == span)
        {
            Context.Stop(Self);
        }
    }

    protected override void PostStop() => estate.Tell(_ledger, Self);
}
