namespace Akka.Stress;

/// <summary>A hearer that throws now and then, after it has booked.</summary>
internal sealed class Fragile(Ledger ledger, Random chances) : Hearer(ledger, [])
{
    private const int Robustness = 2_000;

    protected override void OnReceive(object message)
    {
        base.OnReceive(message);
        if (chances.Next(Robustness) == 0)
        {
            throw new InvalidOperationException("as drawn");
        }
    }
}
