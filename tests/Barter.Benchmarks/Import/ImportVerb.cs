using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Import;

/// <summary>Reads a made-up dump of trades, beside counting its lines, which no reader can do without.</summary>
internal static class ImportVerb
{
    private const int TradeCount = 1_000_000;

    public static async Task<int> Run(string[] args)
    {
        using var dump = new TradesDump(TradeCount);
        var lines = dump.CountLines;
        const string Baseline = "count lines";
        Row[] rows =
        [
            await Rounds.CompareAsync("trades as CSV to events", dump.Reading(dump.Plain), Baseline, lines),
            await Rounds.CompareAsync("trades as zipped CSV to events", dump.Reading(dump.Zipped), Baseline, lines),
            await Rounds.CompareAsync("import of trades as CSV", dump.Importing, Baseline, lines),
        ];
        Report.Print(Console.Out, rows, "import", args is ["--json"]);
        return 0;
    }
}
