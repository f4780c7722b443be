using Barter.Benchmarks.Columnar;
using Barter.Benchmarks.Import;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary>The rows of stored data, each in turns with the bare loop.</summary>
internal static class DataRows
{
    private const double BytesATrade = 12;

    public static async Task<Row[]> MeasureAsync(int events, Rounds rounds)
    {
        var day = LoopDay.Of(events / 2);
        using var columns = new ColumnarReading(DayOfTrades.Of(2 * events), DayOfTrades.Catalog);
        using var json = new JsonDay(day);
        using var dump = new TradesDump(events / 2);
        var rows = await rounds.InTurnsAsync(
            ("bare loop", BareLoop.Work(day)),
            ("columnar read, trades", columns.Reading),
            ("JSON stream read", json.Reading),
            ("import of trades as CSV", dump.Importing));
        return
        [
            rows[0] with { Name = "bare loop, between files" },
            rows[1].AtLeast(30e6),
            new Row("columnar size of a trade", columns.BytesAnEvent, "bytes")
            {
                Target = $"at most {BytesATrade}", IsMet = columns.BytesAnEvent <= BytesATrade,
            },
            rows[2].AtLeast(1e6),
            rows[3].AtLeast(1.5e6),
        ];
    }
}
