using Barter.Benchmarks.Columnar;
using Barter.Benchmarks.Loop;
using Barter.Benchmarks.Measuring;
using BenchmarkDotNet.Attributes;

namespace Barter.Benchmarks.Parts;

/// <summary>What a step of the loop is made of; an operation is an event.</summary>
[MemoryDiagnoser]
public class EngineBenchmark
{
    private const int Events = 100_000;

    private Work _bare = null!;
    private Work _engine = null!;
    private Work _digested = null!;
    private Work _books = null!;
    private Work _columns = null!;
    private Work _json = null!;
    private IDisposable[] _files = [];

    [GlobalSetup]
    public void SetUp()
    {
        var day = LoopDay.Of(Events);
        var engine = new EngineLoop(day);
        _bare = BareLoop.Work(day);
        (_engine, _digested) = (engine.Work(isDigested: false), engine.Work(isDigested: true));
        _books = new BookLoop(Events - BookDay.Instruments).Work;
        var (columns, json) = (new ColumnarReading(DayOfTrades.Of(Events), DayOfTrades.Catalog), new JsonDay(day));
        (_columns, _json, _files) = (columns.Reading, json.Reading, [columns, json]);
    }

    [GlobalCleanup]
    public void CleanUp() => Array.ForEach(_files, file => file.Dispose());

    /// <summary>Last price, top of the book, and the value of a position in decimals.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public Task Remark() => _bare.Round();

    [Benchmark(OperationsPerInvoke = Events)]
    public Task Engine() => _engine.Round();

    /// <summary>Less the row above, what the digest costs.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public Task EngineAndDigest() => _digested.Round();

    [Benchmark(OperationsPerInvoke = Events)]
    public Task BookChange() => _books.Round();

    [Benchmark(OperationsPerInvoke = Events)]
    public Task ColumnarTrade() => _columns.Round();

    [Benchmark(OperationsPerInvoke = Events)]
    public Task JsonLine() => _json.Round();
}
