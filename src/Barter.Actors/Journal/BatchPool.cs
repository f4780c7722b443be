using System.Collections.Concurrent;
using Barter.Journal;

namespace Barter.Actors.Journal;

/// <summary>Batches on their way from the engine to the journal and back. For two threads.</summary>
internal sealed class BatchPool
{
    private const int Max = 64;

    private readonly ConcurrentQueue<JournalBatch> _free = new();

    public JournalBatch Take() => _free.TryDequeue(out var batch) ? batch : new JournalBatch();

    public void Return(JournalBatch batch)
    {
        batch.Clear();
        if (_free.Count < Max)
        {
            _free.Enqueue(batch);
        }
    }
}
