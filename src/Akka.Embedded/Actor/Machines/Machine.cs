using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What a system runs on: threads, time and chance, real or simulated.</summary>
internal abstract class Machine
{
    public abstract Random Randomness { get; }

    /// <summary>Gets a value indicating whether one thread does everything: nobody may wait for anybody.</summary>
    public abstract bool IsSimulated { get; }

    public abstract SchedulerBase NewScheduler(string name, Action<Exception> failed);

    public abstract MessageDispatcher NewDispatcher(string id, int throughput, Config settings);

    /// <summary>The queue that an actor gets.</summary>
    public abstract MessageQueue QueueFor(LocalActorRef actor, MessageQueue queue);

    /// <summary>Runs code soon, outside any actor.</summary>
    public abstract void Later(Action run);
}
