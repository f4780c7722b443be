using Barter.Cli.Terminal;

namespace Barter.Cli.Chaos;

/// <summary>What came of it, for people and for programs.</summary>
internal static class ChaosPage
{
    public static string Of(ChaosResult result, int width, bool isColoured)
    {
        var page = new TextPage(width, isColoured);
        var moments = string.Join(
            ", ", result.Kills.OrderBy(row => row.Key).Select(row => $"{row.Value:N0} {NameOf(row.Key)}"));
        page.Heading(string.Create(null, $"{result.KillCount:N0} kills ({moments})"));
        page.Line(string.Create(
            null,
            $"{result.Strategy}, seed {result.Seed}, {Faults(result)}; {result.Ends:N0} ends in order, "
            + $"{result.Torn:N0} unfinished writes, {result.Took.TotalSeconds:N0} s"));
        page.Line(string.Create(
            null,
            $"{result.Orders:N0} orders of {result.Intents:N0} intended, {result.Fills:N0} fills, "
            + $"{result.Resends:N0} resends"));
        page.Line(string.Create(
            null,
            $"{result.Recovered:N0} events recovered; ready after {result.ReadyAt(0.5).TotalMilliseconds:N0} ms "
            + $"(p50), {result.ReadyAt(1).TotalMilliseconds:N0} ms at most, process start included"));
        foreach (var difference in result.Differences)
        {
            page.Line($"differs: {difference}");
        }

        page.Line(string.Create(null, $"{result.Differences.Count:N0} differences"));
        return page.ToString();
    }

    /// <summary>One object, decimals as numbers.</summary>
    public static string Json(ChaosResult result) => JsonText.Line(writer =>
    {
        writer.WriteNumber("seed", result.Seed);
        if (result.FaultSeed is { } faults)
        {
            writer.WriteNumber("faults", faults);
        }

        writer.WriteString("strategy", result.Strategy);
        writer.WriteNumber("kills", result.KillCount);
        writer.WriteStartObject("kills_by_moment");
        foreach (var (moment, count) in result.Kills.OrderBy(row => row.Key))
        {
            writer.WriteNumber(NameOf(moment), count);
        }

        writer.WriteEndObject();
        writer.WriteNumber("ends", result.Ends);
        writer.WriteNumber("unfinished_writes", result.Torn);
        writer.WriteNumber("orders", result.Orders);
        writer.WriteNumber("intents", result.Intents);
        writer.WriteNumber("fills", result.Fills);
        writer.WriteNumber("resends", result.Resends);
        writer.WriteNumber("events_recovered", result.Recovered);
        writer.WriteNumber("ready_p50_ms", (long)result.ReadyAt(0.5).TotalMilliseconds);
        writer.WriteNumber("ready_max_ms", (long)result.ReadyAt(1).TotalMilliseconds);
        writer.WriteNumber("took_ms", (long)result.Took.TotalMilliseconds);
        writer.WriteStartArray("differences");
        foreach (var difference in result.Differences)
        {
            writer.WriteStringValue(difference);
        }

        writer.WriteEndArray();
    });

    private static string Faults(ChaosResult result) =>
        result.FaultSeed is { } seed ? string.Create(null, $"faults {seed}") : "no faults";

    private static string NameOf(KillMoment moment) => moment.ToString().ToLowerInvariant();
}
