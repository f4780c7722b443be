using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary><c>loop</c>: what a backtest is made of, beside the simplest loop over the same events.</summary>
internal static class LoopVerb
{
    public static Task<int> Run(string[] args) => RunAsync(args, Console.Out, Console.Error);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (LoopOptions.Parse(args) is not { } options)
        {
            await errors.WriteLineAsync(LoopOptions.Usage);
            return 2;
        }

        try
        {
            var rows = new List<Row>();
            foreach (var part in options.Parts)
            {
                rows.AddRange(await MeasureAsync(part, options));
            }

            Report.Print(output, rows, "loop", options.IsJson);
            return options.Gate is { } gate ? Gate.Judge(gate, rows, errors) : 0;
        }
        catch (Mismatch mismatch)
        {
            await errors.WriteLineAsync(mismatch.Message);
            return 1;
        }
    }

    private static Task<Row[]> MeasureAsync(string part, LoopOptions options) => part switch
    {
        "engine" => EngineRows.MeasureAsync(options.Events, options.Rounds),
        "data" => DataRows.MeasureAsync(options.Events, options.Rounds),
        "runs" => RunRows.MeasureAsync(options.Events, turns: Math.Min(3, options.Rounds.Measured)),
        _ => StartRow.MeasureAsync(options.Barter, options.Rounds.Measured),
    };
}
