using Akka.Actor;
using Akka.TestKit;

namespace Akka.Parity.Tests.Support;

/// <summary>A test of documented semantics, with the few verbs that all of them use.</summary>
public abstract class ParityTest(string hocon = "") : TestKit.Xunit2.TestKit(Quiet + hocon)
{
    protected const string VirtualTime =
        "akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"\n";

    private const string Quiet = "akka.stdout-loglevel = OFF\nakka.log-dead-letters = off\n";

    /// <summary>The scheduler of a test that was given <see cref="VirtualTime"/>.</summary>
    protected TestScheduler Clock => (TestScheduler)Sys.Scheduler;

    /// <summary>An actor that does what is said here with every message.</summary>
    protected IActorRef Spawn(Action<object, IUntypedActorContext> behaviour, string? name = null) =>
        Sys.ActorOf(Lambda.Props(behaviour), name);

    /// <summary>A child of that parent, made by the parent itself.</summary>
    protected IActorRef SpawnUnder(IActorRef parent, Props props, string? name = null)
    {
        var asker = CreateTestProbe();
        parent.Tell(new Parent.Spawn(props, name), asker.Ref);
        return asker.ExpectMsg<IActorRef>();
    }

    /// <summary>Told last, it is heard last: whatever came before has been handled.</summary>
    protected void Settle(IActorRef actor)
    {
        var asker = CreateTestProbe();
        actor.Tell(new Identify("settled"), asker.Ref);
        asker.ExpectMsg<ActorIdentity>();
    }

    protected void StopAndWait(IActorRef actor)
    {
        var watcher = CreateTestProbe();
        watcher.Watch(actor);
        Sys.Stop(actor);
        watcher.ExpectTerminated(actor);
    }
}
