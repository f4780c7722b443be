using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Reads files of columns as one stream; each is open from when its turn comes until it is over.</summary>
internal sealed class StoredStream : IMarketDataStream
{
    private const int BatchLength = 512;

    private readonly StoredSelection _selection;
    private readonly Queue<PendingFile> _pending;
    private readonly CursorHeap _cursors = new();
    private readonly Dictionary<ColumnarFile, int> _openCursors = [];
    private readonly ReportTally _tally = new();
    private readonly MarketEvent[] _batch = new MarketEvent[BatchLength];
    private readonly long _total;
    private long _done;
    private bool _disposed;
    private MarketDataException? _failure;

    /// <param name="files">What is merged; at the same place the file with the smaller number comes first.</param>
    /// <param name="selection">What of it is wanted.</param>
    public StoredStream(IReadOnlyCollection<PendingFile> files, StoredSelection selection)
    {
        _selection = selection;
        _pending = new Queue<PendingFile>(files.OrderBy(file => file.Key.Place).ThenBy(file => file.Number));
        _total = files.Sum(file => CountWanted(file.Content));
    }

    public MarketDataReport Report => _tally.ToReport();

    public double? Progress => _total == 0 ? 1 : (double)_done / _total;

    public ReadOnlyMemory<MarketEvent> Next()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failure is not null)
        {
            throw _failure;
        }

        var count = 0;
        try
        {
            while (count < _batch.Length && OpenDueFiles())
            {
                count += TakeSome(_batch.AsSpan(count));
            }
        }
        catch (MarketDataException failure)
        {
            _failure = failure;
            if (count == 0)
            {
                throw;
            }
        }

        return _batch.AsMemory(0, count);
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var file in _openCursors.Keys)
        {
            file.Dispose();
        }

        _openCursors.Clear();
    }

    private long CountWanted(StoredFile file) => file.Series.Where(_selection.Wants).Sum(series => series.Count);

    /// <returns>Whether there is a cursor left.</returns>
    private bool OpenDueFiles()
    {
        while (_pending.TryPeek(out var next)
            && (_cursors.Count == 0 || next.Key.IsBefore(_cursors.First.Key)))
        {
            Open(_pending.Dequeue());
        }

        return _cursors.Count > 0;
    }

    private void Open(PendingFile pending)
    {
        var file = pending.OpenIt();
        var cursors = _selection.CursorsOf(file, pending.Number).ToArray();
        _done += CountWanted(pending.Content) - cursors.Sum(cursor => cursor.Count);
        if (cursors.Length == 0)
        {
            file.Dispose();
            return;
        }

        _openCursors.Add(file, cursors.Length);
        foreach (var cursor in cursors)
        {
            _cursors.Add(cursor);
        }
    }

    private int TakeSome(Span<MarketEvent> room)
    {
        var limit = _cursors.SecondKey;
        if (_pending.TryPeek(out var next) && next.Key.IsBefore(limit))
        {
            limit = next.Key;
        }

        var first = _cursors.First;
        var count = first.Take(room, limit);
        _tally.Count(room[..count]);

        _done += count;
        if (first.HasEnded)
        {
            CloseOne(first.File);
        }

        _cursors.Settle();
        return count;
    }

    private void CloseOne(ColumnarFile file)
    {
        if (--_openCursors[file] == 0)
        {
            _openCursors.Remove(file);
            file.Dispose();
        }
    }
}
