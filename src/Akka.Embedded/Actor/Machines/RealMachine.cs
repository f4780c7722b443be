using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Threads and time as they are.</summary>
internal sealed class RealMachine : Machine
{
    public override Random Randomness => Random.Shared;

    public override bool IsSimulated => false;

    public override SchedulerBase NewScheduler(string name, Action<Exception> failed) =>
        new ThreadScheduler(name, failed);

    public override MessageDispatcher NewDispatcher(string kind, string id, int throughput) => kind switch
    {
        "Dispatcher" => new PoolDispatcher(id, throughput),
        "PinnedDispatcher" => new PinnedDispatcher(id, throughput),
        _ => throw new ConfigurationException(
            $"{id}.type = {kind}: there is no such dispatcher; it can be Dispatcher or PinnedDispatcher"),
    };

    public override MessageQueue QueueFor(LocalActorRef actor, MessageQueue queue) => queue;

    public override void Later(Action run) =>
        ThreadPool.UnsafeQueueUserWorkItem(static action => action(), run, preferLocal: false);
}
