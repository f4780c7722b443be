using Akka.Actor;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Runs an actor on the thread of whoever tells it something, before the telling returns.</summary>
/// <remarks>While another thread runs the actor, the message waits for that one, and the telling returns.</remarks>
public sealed class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>The path of its settings.</summary>
    public static new readonly string Id = "akka.test.calling-thread-dispatcher";

    private CallingThreadDispatcher()
        : base(Id, int.MaxValue)
    {
    }

    public override void Schedule(Action run) => run();

    /// <summary>Lets actors of a system be created with this dispatcher.</summary>
    internal static void AddTo(ActorSystem system)
    {
        if (!system.Dispatchers.HasDispatcher(Id))
        {
            system.Dispatchers.Register(Id, new CallingThreadDispatcher());
        }
    }

    internal override void Schedule(Mailbox mailbox)
    {
        // A loop and no recursion: others may tell for long while this thread runs the actor
        while (mailbox.Run(Throughput))
        {
        }
    }
}
