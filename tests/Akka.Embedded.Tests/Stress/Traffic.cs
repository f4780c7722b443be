using Akka.Actor;

namespace Akka.Stress;

/// <summary>Actors, what each of them must hear, and what sets them going.</summary>
internal sealed class Traffic(string name, ActorSystem system)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<IActorRef> _actors = [];
    private readonly List<Ledger> _ledgers = [];
    private readonly List<Action> _starts = [];

    public string Name { get; } = name;

    public long Messages => _ledgers.Sum(ledger => ledger.Expected);

    public Ledger Expect(int pairs, int each)
    {
        var ledger = new Ledger(pairs, each);
        _ledgers.Add(ledger);
        return ledger;
    }

    public IActorRef Run(Props props)
    {
        var actor = system.ActorOf(props);
        _actors.Add(actor);
        return actor;
    }

    public void OnStart(Action start) => _starts.Add(start);

    /// <summary>Numbered parcels from a thread that is no actor's.</summary>
    public void OnStartTellFromThread(IActorRef receiver, int pair, int count) => OnStart(() => new Thread(() =>
    {
        for (var number = 0; number < count; number++)
        {
            receiver.Tell(new Parcel(pair, number), ActorRefs.NoSender);
        }
    }).Start());

    public async Task<string[]> OffencesAsync()
    {
        _starts.ForEach(start => start());
        try
        {
            await Task.WhenAll(_ledgers.Select(ledger => ledger.Full)).WaitAsync(Patience);
            await Task.WhenAll(_actors.Select(actor => actor.GracefulStop(Patience)));
        }
        catch (TimeoutException)
        {
            // The ledgers say what is missing
        }

        return [.. _ledgers.Where(ledger => ledger.Offence is not null).Select(ledger => $"{Name}: {ledger.Offence}")];
    }
}
