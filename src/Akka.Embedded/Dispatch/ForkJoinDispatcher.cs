using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Runs all actors that use it on a few threads of its own, which are there while such actors are.</summary>
internal sealed class ForkJoinDispatcher : MessageDispatcher
{
    private readonly Lock _gate = new();
    private readonly int _threads;
    private readonly TimeSpan _awake;
    private Crew? _crew;
    private int _actors;

    /// <exception cref="ConfigurationException">A value cannot be; the message names its key.</exception>
    public ForkJoinDispatcher(string id, int throughput, Config settings)
        : base(id, throughput)
    {
        _threads = settings.GetInt("dedicated-thread-pool.thread-count", Environment.ProcessorCount);
        _awake = settings.GetTimeSpan("dedicated-thread-pool.awake", TimeSpan.Zero);
        if (_threads <= 0)
        {
            throw new ConfigurationException(
                $"{id}.dedicated-thread-pool.thread-count = {_threads}: it must be above 0");
        }
    }

    public override void Schedule(Action run) =>
        ThreadPool.UnsafeQueueUserWorkItem(static action => action(), run, preferLocal: false);

    internal override void Schedule(Mailbox mailbox)
    {
        if (Volatile.Read(ref _crew) is not { } crew || !crew.TryAdd(mailbox))
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
    }

    internal override void Attach(ActorCell cell)
    {
        lock (_gate)
        {
            if (_actors++ == 0)
            {
                _crew = new Crew(this, _threads, _awake);
            }
        }
    }

    internal override void Detach(ActorCell cell)
    {
        lock (_gate)
        {
            if (--_actors == 0)
            {
                _crew!.Leave();
                _crew = null;
            }
        }
    }
}
