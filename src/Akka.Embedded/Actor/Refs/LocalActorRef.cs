using System.Runtime.CompilerServices;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>The reference of an actor in this process.</summary>
internal sealed class LocalActorRef : InternalActorRef
{
    private readonly InternalActorRef _parent;
    private bool _isStopping;

    public LocalActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailbox,
        InternalActorRef parent,
        ActorPath path)
    {
        (_parent, Path) = (parent, path);
        Cell = new ActorCell(system, this, props, dispatcher, mailbox);
    }

    public override ActorPath Path { get; }

    public ActorCell Cell { get; }

    /// <summary>Gets a value indicating whether the actor was told to stop.</summary>
    public bool IsStopping => Volatile.Read(ref _isStopping);

    internal override InternalActorRef Parent => _parent;

    internal override bool IsTerminated => Cell.Mailbox.IsClosed;

    public void Start()
    {
        Cell.Dispatcher.Attach(Cell);
        SendSystem(new SystemMessage.Create());
    }

    public void Suspend() => SendSystem(new SystemMessage.Suspend());

    public void Resume(Exception? causedByFailure) => SendSystem(new SystemMessage.Resume(causedByFailure));

    public void Restart(Exception? cause) => SendSystem(new SystemMessage.Recreate(cause));

    internal override void Stop()
    {
        Volatile.Write(ref _isStopping, true);
        SendSystem(new SystemMessage.Terminate());
    }

    internal override void SendSystem(SystemMessage message) => Cell.Mailbox.Enqueue(message);

    internal override InternalActorRef GetSingleChild(string name) => name switch
    {
        ".." => _parent,
        "" => this,
        _ => Cell.GetSingleChild(name),
    };

    internal override IEnumerable<InternalActorRef> GetChildren() =>
        Cell.Children.Snapshot().Select(stats => stats.Child);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected override void TellInternal(object message, IActorRef? sender) =>
        Cell.Mailbox.Enqueue(new Envelope(message, sender));
}
