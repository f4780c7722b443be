using System.Globalization;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary>What <c>loop</c> was asked for.</summary>
/// <param name="Parts">Which parts of the table; all where none is named.</param>
/// <param name="Events">How many market events a round has.</param>
/// <param name="Rounds">How often each is measured.</param>
/// <param name="IsJson">Whether a program reads the table.</param>
/// <param name="Barter">A published <c>barter</c>; it is published where there is none.</param>
/// <param name="Gate">What is done with the stored ratios, <c>check</c> or <c>write</c>; else null.</param>
internal sealed record LoopOptions(
    string[] Parts, int Events, Rounds Rounds, bool IsJson, string? Barter, string? Gate)
{
    public const string Usage =
        """
        usage: loop [engine] [data] [runs] [start] [options]; without a name, all of them
          --events N           market events in a round (1000000)
          --rounds N           rounds that are measured (7)
          --barter PATH        a published barter, for its start; without it, one is published
          --gate check|write   hold the ratios of the engine's rows against gate.json, or renew it
          --json               for programs
        exit code: 0, 1 where a run differs from its reference or a gate is not passed, 2 for a bad word
        """;

    private static readonly string[] All = ["engine", "data", "runs", "start"];

    /// <summary>Null where a word is not understood.</summary>
    public static LoopOptions? Parse(string[] args)
    {
        var parts = new List<string>();
        var options = new LoopOptions(All, 1_000_000, Rounds.ByProcessor, IsJson: false, Barter: null, Gate: null);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--json":
                    options = options with { IsJson = true };
                    continue;
                case "--events" when Number(value) is { } events:
                    options = options with { Events = events };
                    break;
                case "--rounds" when Number(value) is { } rounds:
                    options = options with { Rounds = options.Rounds with { Measured = rounds } };
                    break;
                case "--barter" when value.Length > 0:
                    options = options with { Barter = value };
                    break;
                case "--gate" when value is "check" or "write":
                    options = options with { Gate = value };
                    break;
                case var part when All.Contains(part):
                    parts.Add(part);
                    continue;
                default:
                    return null;
            }

            i++;
        }

        return parts.Count > 0 ? options with { Parts = [.. parts] } : options;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
