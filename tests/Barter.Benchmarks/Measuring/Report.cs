using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Barter.Benchmarks.Measuring;

/// <summary>Prints rows for people or for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(TextWriter output, IReadOnlyList<Row> rows, string runtime, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Runtime = runtime,
                    Processor = Processor(),
                    Cores = Environment.ProcessorCount,
                    DotNet = RuntimeInformation.FrameworkDescription,
                    Load = Load(),
                    Rows = rows,
                },
                Json));
            return;
        }

        output.WriteLine($"{runtime}; {RuntimeInformation.FrameworkDescription}; {Processor()}, "
            + $"{Environment.ProcessorCount} cores, load {Load()}");
        var isAsked = rows.Any(row => row.Target is not null);
        output.WriteLine($"{"name",-34} {"rate",14} {"allocated-bytes",16} {"ratio",7}  "
            + (isAsked ? $"{"target",-18} {"met",-4} note" : "baseline"));
        foreach (var row in rows)
        {
            output.WriteLine($"{row.Name,-34} {Text(row),14} {Text(row.AllocatedBytes, "N0"),16} "
                + $"{Text(row.Ratio, isAsked ? "N3" : "N2"),7}  "
                + (isAsked ? $"{row.Target,-18} {Met(row),-4} {row.Note}".TrimEnd() : row.Baseline));
        }
    }

    private static string Met(Row row) => row.IsMet switch
    {
        true => "yes",
        false => "NO",
        null => "",
    };

    private static string Text(Row row) => row.Unit == "/s"
        ? row.Rate >= 1e6 ? Text(row.Rate / 1e6, "N2") + " M/s" : Text(row.Rate / 1e3, "N0") + " k/s"
        : Text(row.Rate, "N2") + " " + row.Unit;

    private static string Text(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private static string Processor() =>
        Line("/proc/cpuinfo", "model name")?.Split(':')[1].Trim() ?? "unknown processor";

    public static string Load() => Line("/proc/loadavg", "")?.Split(' ')[0] ?? "unknown";

    private static string? Line(string file, string start) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))
        : null;
}
