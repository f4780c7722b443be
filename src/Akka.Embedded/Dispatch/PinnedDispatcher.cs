using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Gives every actor a thread of its own, which ends with the actor.</summary>
internal sealed class PinnedDispatcher(string id, int throughput) : MessageDispatcher(id, throughput)
{
    private readonly ConcurrentDictionary<ActorCell, BlockingCollection<Mailbox>> _threads = new();

    public override void Schedule(Action run) =>
        ThreadPool.UnsafeQueueUserWorkItem(static action => action(), run, preferLocal: false);

    internal override void Schedule(Mailbox mailbox)
    {
        if (_threads.TryGetValue(mailbox.Cell, out var turns))
        {
            turns.Add(mailbox);
        }
    }

    internal override void Attach(ActorCell cell)
    {
        var turns = _threads.GetOrAdd(cell, _ => []);
        var thread = new Thread(() => Work(turns)) { IsBackground = true, Name = $"{Id}-{cell.Self.Path.Name}" };
        thread.Start();
    }

    internal override void Detach(ActorCell cell)
    {
        if (_threads.TryRemove(cell, out var turns))
        {
            turns.CompleteAdding();
        }
    }

    private void Work(BlockingCollection<Mailbox> turns)
    {
        foreach (var mailbox in turns.GetConsumingEnumerable())
        {
            Run(mailbox);
        }

        turns.Dispose();
    }
}
