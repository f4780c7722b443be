using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary>The rows of the engine, each in turns with the bare loop.</summary>
internal static class EngineRows
{
    public static async Task<Row[]> MeasureAsync(int events, Rounds rounds)
    {
        var day = LoopDay.Of(events);
        var engine = new EngineLoop(day);
        var (cross, quoter) = (
            new ExchangeLoop(day, "ema-cross", "fast=20", "slow=100"),
            new ExchangeLoop(day, "quoter", "rest=10", "spread_bps=2"));
        var books = new BookLoop(events / 2);
        var rows = await rounds.InTurnsAsync(
            ("bare loop", BareLoop.Work(day)),
            ("engine, market events", engine.Work(isDigested: false)),
            ("engine and audit digest", engine.Work(isDigested: true)),
            ("simulated exchange, ema-cross", cross.Work),
            ("simulated exchange, quoter", quoter.Work),
            ("L2 changes, 20 levels watched", books.Work));
        return
        [
            rows[0],
            rows[1].AtLeast(10e6, ratio: 0.4),
            rows[2].AtLeast(10e6),
            Trading(rows[3], cross),
            Trading(rows[4], quoter),
            rows[5].AtLeast(5e6),
        ];
    }

    private static Row Trading(Row row, ExchangeLoop loop) => row.AtLeast(3e6) with
    {
        IsMet = row.Rate >= 3e6 && loop.OrdersInHundred >= 1,
        Note = string.Create(null, $"{loop.OrdersInHundred:N2} orders in 100 events"),
    };
}
