using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Makes the test actor the sender of what a test tells without saying who; after an await, too.</summary>
internal sealed class ImplicitSender : SynchronizationContext
{
    private readonly ActorCell _cell;
    private readonly SynchronizationContext? _outer;

    private ImplicitSender(ActorCell cell, SynchronizationContext? outer) => (_cell, _outer) = (cell, outer);

    /// <summary>For this thread, and for what awaits there.</summary>
    public static void Set(ActorCell cell)
    {
        ActorCell.Current = cell;
        var outer = Current is ImplicitSender { _outer: var own } ? own : Current;
        SetSynchronizationContext(new ImplicitSender(cell, outer));
    }

    /// <summary>Undoes <see cref="Set"/> where this thread still has it.</summary>
    public static void Clear(ActorCell cell)
    {
        if (ReferenceEquals(ActorCell.Current, cell))
        {
            ActorCell.Current = null;
        }

        if (Current is ImplicitSender own && ReferenceEquals(own._cell, cell))
        {
            SetSynchronizationContext(own._outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_outer is null)
        {
            ThreadPool.QueueUserWorkItem(Run, (this, d, state), preferLocal: false);
        }
        else
        {
            _outer.Post(static boxed => Run(((ImplicitSender, SendOrPostCallback, object?))boxed!), (this, d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => Run((this, d, state));

    public override SynchronizationContext CreateCopy() => new ImplicitSender(_cell, _outer);

    private static void Run((ImplicitSender Context, SendOrPostCallback Callback, object? State) work)
    {
        var (sender, context) = (ActorCell.Enter(work.Context._cell), Current);
        SetSynchronizationContext(work.Context);
        try
        {
            work.Callback(work.State);
        }
        finally
        {
            SetSynchronizationContext(context);
            ActorCell.Leave(sender);
        }
    }
}
