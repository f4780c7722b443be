using System.Globalization;
using System.Text;
using System.Text.Json;
using Barter.Actors.Settings;
using Barter.Model;

namespace Barter.Actors.Journal;

/// <summary>What a session is made of, as its journal tells it: enough to build the same core again.</summary>
internal static class PlanJson
{
    private const string StartKey = "start";

    /// <summary>What must not change while a session lasts, in the order in which it is told.</summary>
    private static readonly string[] Fixed =
        ["config", "strategy", "parameters", "trading_enabled", "risk_free_return", "interval"];

    public static string Write(SessionPlan plan)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("session", plan.Session);
            writer.WriteString(StartKey, plan.Start.ToString());
            writer.WritePropertyName("config");
            writer.WriteRawValue(plan.Config.ToJson(indented: false));
            if (plan.Options.Journal?.Strategy is { } strategy)
            {
                writer.WriteString("strategy", strategy);
            }

            writer.WriteStartArray("parameters");
            foreach (var parameter in plan.Options.Journal?.Parameters ?? [])
            {
                writer.WriteStringValue(parameter);
            }

            writer.WriteEndArray();
            writer.WriteBoolean("trading_enabled", plan.Options.TradingEnabled);
            writer.WriteString("risk_free_return", plan.RiskFreeReturn.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("interval", plan.Options.SummaryInterval.Name);
            writer.WriteNumber("interval_ticks", plan.Options.SummaryInterval.Length.Ticks);
            writer.WriteStartArray("remotes");
            foreach (var exchange in plan.Remotes)
            {
                writer.WriteStringValue(plan.Catalog[exchange].ToWire());
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The engine's time before the first event.</summary>
    public static Timestamp StartOf(string written)
    {
        using var json = JsonDocument.Parse(written);
        return Timestamp.Parse(json.RootElement.GetProperty(StartKey).GetString()!);
    }

    /// <exception cref="SessionRecoveryException">The session was made of something else.</exception>
    public static void Demand(SessionPlan plan, string written, long number)
    {
        using var before = JsonDocument.Parse(written);
        using var now = JsonDocument.Parse(Write(plan));
        foreach (var key in Fixed)
        {
            var (was, wished) = (TextOf(before, key), TextOf(now, key));
            if (!string.Equals(was, wished, StringComparison.Ordinal))
            {
                throw new SessionRecoveryException(
                    $"session {plan.Session} was begun with another {key.Replace('_', ' ')} "
                    + $"({Difference(was, wished)}); start it with the same, or choose another name for a new session",
                    number);
            }
        }
    }

    private static string TextOf(JsonDocument json, string key) =>
        json.RootElement.TryGetProperty(key, out var value) ? value.GetRawText() : "none";

    /// <summary>Both, from a little before the first place at which they differ.</summary>
    private static string Difference(string was, string wished)
    {
        const int Around = 40;
        var at = was.AsSpan().CommonPrefixLength(wished);
        var from = Math.Max(0, at - Around);
        return $"'{Part(was)}' then, '{Part(wished)}' now";

        string Part(string text) => text[from..Math.Min(text.Length, from + (2 * Around))];
    }
}
