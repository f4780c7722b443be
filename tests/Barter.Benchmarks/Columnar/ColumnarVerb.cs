using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Columnar;

/// <summary><c>columnar</c>: how fast stored market data is read.</summary>
internal static class ColumnarVerb
{
    private const int Trades = 2_000_000;

    public static async Task<int> Run(string[] args)
    {
        using var trades = new ColumnarReading(DayOfTrades.Of(Trades), DayOfTrades.Catalog);
        Report.Print(Console.Out, await trades.MeasureAsync("trades"), "columnar", args.Contains("--json"));
        return 0;
    }
}
