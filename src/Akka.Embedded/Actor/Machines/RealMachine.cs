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

    public override MessageDispatcher NewDispatcher(string id, int throughput, Config settings) =>
        settings.GetString("type", "Dispatcher")! switch
        {
            "Dispatcher" => new PoolDispatcher(id, throughput),
            "PinnedDispatcher" => new PinnedDispatcher(id, throughput),
            "ForkJoinDispatcher" => new ForkJoinDispatcher(id, throughput, settings),
            var kind => throw new ConfigurationException(
                $"{id}.type = {kind}: there is no such dispatcher; it can be Dispatcher, PinnedDispatcher or "
                + "ForkJoinDispatcher"),
        };

    public override MessageQueue QueueFor(LocalActorRef actor, MessageQueue queue) => queue;

    public override void Later(Action run) =>
        ThreadPool.UnsafeQueueUserWorkItem(static action => action(), run, preferLocal: false);
}
