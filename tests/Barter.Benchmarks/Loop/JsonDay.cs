using Barter.Benchmarks.Measuring;
using Barter.MarketData;

namespace Barter.Benchmarks.Loop;

/// <summary>A day as a file of JSON, an object a line.</summary>
internal sealed class JsonDay : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-bench-");
    private readonly string _path;
    private readonly InMemoryMarketData _day;

    public JsonDay(InMemoryMarketData day)
    {
        _day = day;
        _path = Path.Combine(_folder.FullName, "day.jsonl");
        using var writer = new MarketDataWriter(_path, LoopDay.Catalog);
        writer.Write(day.Events.Span);
    }

    /// <summary>One pass over the file, which must end with the event that was written last.</summary>
    public Work Reading => Work.Of(_day.Count, () =>
    {
        using var stream = new RecordedMarketData(_path, LoopDay.Catalog).Open();
        var (count, last) = (0, default(Model.MarketEvent));
        while (stream.Next() is { IsEmpty: false } batch)
        {
            count += batch.Length;
            last = batch.Span[^1];
        }

        Mismatch.Refuse((_day.Count, _day.Events.Span[^1]), (count, last));
    });

    public void Dispose() => _folder.Delete(recursive: true);
}
