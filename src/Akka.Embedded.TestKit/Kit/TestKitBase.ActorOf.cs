using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

/// <content>Creation of actors.</content>
public abstract partial class TestKitBase
{
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>());

    public IActorRef ActorOf<TActor>(string name)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    /// <param name="factory">A constructor call; its arguments are evaluated now, and once.</param>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory));

    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string name)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Creates an actor that runs on the thread of whoever tells it something.</summary>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, props, supervisor, name);

    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase => new(Sys, props, null, name);

    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(
        Expression<Func<TActor>> factory, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), supervisor, name);

    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), null, name);

    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(IActorRef supervisor, string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), supervisor, name);

    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), null, name);

    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) =>
        new(InternalActorRef.Of(anchorRef), actorPath);

    /// <summary>Creates a child of the test actor.</summary>
    /// <param name="supervisorStrategy">What is done when the child throws; without it the child is stopped.</param>
    public IActorRef ChildActorOf(
        Props props,
        string name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Spawn(Wait.Blocking, props, name, supervisorStrategy, cancellationToken));

    public IActorRef ChildActorOf(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Completed.Of(Spawn(Wait.Blocking, props, null, supervisorStrategy, cancellationToken));

    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        Completed.Of(Spawn(Wait.Blocking, props, name, SupervisorStrategy.StoppingStrategy, cancellationToken));

    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        Completed.Of(Spawn(Wait.Blocking, props, null, SupervisorStrategy.StoppingStrategy, cancellationToken));

    public Task<IActorRef> ChildActorOfAsync(
        Props props,
        string name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default) =>
        Spawn(Wait.Async, props, name, supervisorStrategy, cancellationToken).AsTask();

    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(Wait.Async, props, null, supervisorStrategy, cancellationToken).AsTask();

    public Task<IActorRef> ChildActorOfAsync(Props props, string name, CancellationToken cancellationToken = default) =>
        Spawn(Wait.Async, props, name, SupervisorStrategy.StoppingStrategy, cancellationToken).AsTask();

    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        Spawn(Wait.Async, props, null, SupervisorStrategy.StoppingStrategy, cancellationToken).AsTask();

    private async ValueTask<IActorRef> Spawn(
        Wait wait, Props props, string? name, SupervisorStrategy strategy, CancellationToken cancellation)
    {
        var spawn = new ListenerCommand.Spawn(props, name, strategy);
        TestActor.Tell(spawn, ActorRefs.NoSender);
        var patience = Dilated(TestKitSettings.DefaultTimeout);
        var answered = wait == Wait.Blocking
            ? ((IAsyncResult)spawn.Child.Task).AsyncWaitHandle.WaitOne(patience)
            : await EndsWithin(spawn.Child.Task, patience, cancellation).ConfigureAwait(false);
        return answered
            ? await spawn.Child.Task.ConfigureAwait(false)
            : throw Failed($"{TestActor} must create a child within {Say.Time(patience)}; it does not answer.");
    }
}
