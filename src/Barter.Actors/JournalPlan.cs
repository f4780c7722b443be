using System.Globalization;
using System.Text.Json;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.Journal;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors;

/// <summary>What a session is made of, as its journal tells.</summary>
/// <param name="Session">Its name.</param>
/// <param name="Start">The engine's time before the first event.</param>
/// <param name="Config">With the balances that it began with.</param>
/// <param name="Strategy">The name of the strategy; none where whoever began the session did not say.</param>
/// <param name="Parameters">Those of the strategy, each <c>name=value</c>.</param>
/// <param name="TradingEnabled">Whether the strategy might trade from the start.</param>
/// <param name="RiskFreeReturn">A year's return without risk, as a fraction.</param>
/// <param name="Interval">What ratios are stated for.</param>
/// <param name="Remotes">The exchanges that were not simulated within the session.</param>
public sealed record JournalPlan(
    string Session, Timestamp Start, SystemConfig Config, string? Strategy, ValueList<string> Parameters,
    bool TradingEnabled, decimal RiskFreeReturn, ReturnInterval Interval, ValueList<ExchangeId> Remotes)
{
    /// <summary>Reads the text of an entry that says what a session is made of.</summary>
    /// <exception cref="SessionRecoveryException">It is none.</exception>
    public static JournalPlan Parse(JournalEntry.Started started)
    {
        try
        {
            using var json = JsonDocument.Parse(started.Plan);
            return Read(json.RootElement);
        }
        catch (Exception malformed) when (
            malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
                or SystemConfigException)
        {
            throw new SessionRecoveryException(
                "what the session is made of cannot be understood: " + malformed.Message
                + "; a newer version of this program may have begun it", cause: malformed);
        }
    }

    /// <summary>Makes the strategy by its name, of those that come with the system.</summary>
    /// <exception cref="FormatException">There is none of that name, or its parameters are bad.</exception>
    public IStrategy ShippedStrategy() =>
        Strategy is { } name ? ShippedStrategies.Create(name, Parameters) : new NoOrders();

    private static JournalPlan Read(JsonElement root) => new(
        root.GetProperty("session").GetString()!,
        Timestamp.Parse(root.GetProperty("start").GetString()!),
        SystemConfig.Parse(root.GetProperty("config").GetRawText(), "the journal's configuration"),
        root.TryGetProperty("strategy", out var strategy) ? strategy.GetString() : null,
        Texts(root, "parameters").ToValueList(),
        root.GetProperty("trading_enabled").GetBoolean(),
        decimal.Parse(root.GetProperty("risk_free_return").GetString()!, CultureInfo.InvariantCulture),
        IntervalOf(root.GetProperty("interval").GetString()!, root.GetProperty("interval_ticks").GetInt64()),
        Texts(root, "remotes").Select(ExchangeIds.Parse).ToValueList());

    private static IEnumerable<string> Texts(JsonElement root, string key) =>
        root.TryGetProperty(key, out var found) ? found.EnumerateArray().Select(row => row.GetString()!) : [];

    private static ReturnInterval IntervalOf(string name, long ticks) =>
        new[] { ReturnInterval.Daily, ReturnInterval.Annual252, ReturnInterval.Annual365 }
            .FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal))
        ?? ReturnInterval.Duration(TimeSpan.FromTicks(ticks));
}
