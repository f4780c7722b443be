using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Model;
using Barter.TestKit.Running;

namespace Barter.TestKit;

/// <summary>How a scenario went.</summary>
public sealed class ScenarioResult
{
    private const int StepsShown = 12;

    private readonly Scenario _scenario;

    internal ScenarioResult(Scenario scenario, ulong seed) => (_scenario, Seed) = (scenario, seed);

    public ulong Seed { get; }

    /// <summary>The engine's state at the end.</summary>
    public required EngineState State { get; init; }

    /// <summary>Every step.</summary>
    public required IReadOnlyList<AuditTick> Ticks { get; init; }

    /// <summary>Equal digests mean equal runs, step by step.</summary>
    public required string AuditDigest { get; init; }

    /// <summary>Every order that was sent.</summary>
    public required IReadOnlyList<SentOrder> Orders { get; init; }

    /// <summary>What traded by the exchanges' own books.</summary>
    public required ValueList<Fill> ExchangeFills { get; init; }

    /// <summary>Balances and open orders by the exchanges' own books.</summary>
    public required ValueList<AccountSnapshot> ExchangeAccounts { get; init; }

    /// <summary>The faults that happened, drawn ones included.</summary>
    public required ValueList<string> FaultsHappened { get; init; }

    internal ValueList<string> FaultsMissed { get; init; } = [];

    internal IReadOnlyList<(decimal Size, ulong Step)> Largest { get; init; } = [];

    /// <summary>Checks expectations; all that fail are told at once.</summary>
    /// <exception cref="ExpectationFailedException">One does not hold.</exception>
    public ScenarioResult Then(params ReadOnlySpan<Expectation> expectations)
    {
        var failures = new List<string>();
        foreach (var expectation in expectations)
        {
            if (expectation.Broken(this) is { } came)
            {
                failures.Add($"  {expectation.Name}: {came}");
            }
        }

        if (failures.Count == 0)
        {
            return this;
        }

        throw new ExpectationFailedException(
            $"{failures.Count} of {expectations.Length} expectation(s) failed (seed {Seed}, faults {FaultsHappened})\n"
            + $"{string.Join('\n', failures)}\n{LastSteps()}");
    }

    /// <summary>The end of the audit, a line for each event and for each thing it did.</summary>
    public string LastSteps(int count = StepsShown)
    {
        var from = Math.Max(0, Ticks.Count - Math.Max(0, count));
        var text = new AuditText(State.Catalog);
        return $"last {Ticks.Count - from} of {Ticks.Count} steps:\n"
            + string.Join('\n', Ticks.Skip(from).Select(text.Of));
    }

    internal IndexedInstrument Instrument(string? name) =>
        MarketPlan.Find(State.Catalog, name ?? _scenario.Config.Instruments[0].NameInternal);

    internal string Describe(ulong step) => new AuditText(State.Catalog).Of(Ticks[(int)step]).Trim();
}
