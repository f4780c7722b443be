using System.Globalization;
using System.Text.Json;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary>Ratios to the bare loop that were reached once, and may not be lost again.</summary>
internal static class Gate
{
    /// <summary>How much of a stored ratio may be lost.</summary>
    public const double LossMax = 0.15;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Renews the stored ratios, or holds rows against them.</summary>
    /// <returns>The exit code: 1 where a row has lost too much or is not there.</returns>
    public static int Judge(string what, IReadOnlyList<Row> rows, TextWriter errors)
    {
        if (what == "write")
        {
            var ratios = rows.Where(IsGated).ToDictionary(row => row.Name, row => Math.Round(row.Ratio!.Value, 4));
            File.WriteAllText(FilePath(), JsonSerializer.Serialize(ratios, Indented) + "\n");
            return 0;
        }

        var stored = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(FilePath()))!;
        var losses = Losses(stored, rows);
        foreach (var loss in losses)
        {
            errors.WriteLine(loss);
        }

        return losses.Count > 0 ? 1 : 0;
    }

    /// <summary>A line for each stored ratio that is not held.</summary>
    public static IReadOnlyList<string> Losses(IReadOnlyDictionary<string, double> stored, IReadOnlyList<Row> rows)
    {
        var losses = new List<string>();
        foreach (var (name, ratio) in stored)
        {
            var now = rows.FirstOrDefault(row => row.Name == name)?.Ratio;
            if (now is null || now < ratio * (1 - LossMax))
            {
                losses.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{name}: {now?.ToString("N3", CultureInfo.InvariantCulture) ?? "not measured"}"
                    + $" of the bare loop, where {ratio:N3} was reached; more than {LossMax:P0} is lost"));
            }
        }

        return losses;
    }

    private static bool IsGated(Row row) => row is { Baseline: "bare loop", Ratio: not null, Name: not "bare loop" };

    private static string FilePath() => Repository.PathOf("tests/Barter.Benchmarks/gate.json");
}
