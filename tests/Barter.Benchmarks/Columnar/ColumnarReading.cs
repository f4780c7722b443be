using Barter.Benchmarks.Measuring;
using Barter.MarketData;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.Benchmarks.Columnar;

/// <summary>Reading a file of columns on one core, beside making the same events out of nothing.</summary>
internal sealed class ColumnarReading : IDisposable
{
    private const int BatchLength = 512;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-bench-");
    private readonly MarketEvent[] _batch = new MarketEvent[BatchLength];
    private readonly RecordedMarketData _source;
    private readonly StoredFile _file;
    private readonly int _count;

    /// <param name="events">What is stored, and then read.</param>
    /// <param name="catalog">Its instruments.</param>
    public ColumnarReading(IEnumerable<MarketEvent> events, InstrumentCatalog catalog)
    {
        var path = Path.Combine(_folder.FullName, "day.bmd");
        using (var writer = ColumnarWriter.Create(path, catalog))
        {
            foreach (var marketEvent in events)
            {
                writer.Add(marketEvent);
            }

            _file = writer.Commit();
        }

        _count = (int)_file.Count;
        _source = new RecordedMarketData(path, catalog);
    }

    /// <summary>One pass over the file.</summary>
    public Work Reading => new(_count, Read);

    /// <summary>How large an event is on disk, in bytes.</summary>
    public double BytesAnEvent => (double)_file.Length / _count;

    /// <summary>The rows of the table: how fast, and how large.</summary>
    public async Task<Row[]> MeasureAsync(string what)
    {
        var row = await Rounds.CompareAsync(
            $"columnar read, {what}",
            Reading,
            "the same structs, made only",
            new Work(_count, Make));
        return [row, new Row($"columnar size, {what}", BytesAnEvent, "bytes")];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task Read()
    {
        using var stream = _source.Open();
        var count = 0;
        while (stream.Next() is { IsEmpty: false } batch)
        {
            count += batch.Length;
        }

        return count == _count
            ? Task.CompletedTask
            : throw new InvalidOperationException($"{count} of {_count} events were read");
    }

    /// <summary>The least that can be done: the cost of the struct itself.</summary>
    private Task Make()
    {
        var instrument = new InstrumentIndex(0);
        for (var left = _count; left > 0; left -= BatchLength)
        {
            for (var i = 0; i < _batch.Length; i++)
            {
                var time = new Timestamp(left);
                _batch[i] = MarketEvent.OfTrade(
                    ExchangeId.BinanceSpot, instrument, time, time, i, new decimal(left, 0, 0, false, 2),
                    new decimal(i, 0, 0, false, 8), Side.Buy);
            }
        }

        return Task.CompletedTask;
    }
}
