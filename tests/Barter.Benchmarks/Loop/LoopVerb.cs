using System.Globalization;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary><c>loop</c>: what a backtest is made of, beside the simplest loop over the same events.</summary>
internal static class LoopVerb
{
    private const int EventsUsual = 1_000_000;

    public static async Task<int> Run(string[] args)
    {
        var at = Array.IndexOf(args, "--events");
        var events = at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : EventsUsual;
        try
        {
            Report.Print(Console.Out, await EngineRows.MeasureAsync(events), "loop", args.Contains("--json"));
            return 0;
        }
        catch (Mismatch mismatch)
        {
            Console.Error.WriteLine(mismatch.Message);
            return 1;
        }
    }
}
