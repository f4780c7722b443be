using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Model;
using Barter.TestKit.Running;

namespace Barter.TestKit;

/// <summary>
/// What can be expected of a scenario. Instruments are named by symbol; the first one where none is named.
/// </summary>
public static class Expect
{
    /// <summary>No order had the terms of one before it that was not known to be over, nor its name.</summary>
    public static Expectation NoDuplicateOrders() => new(
        "no duplicate orders",
        result => result.Orders.FirstOrDefault(order => order.TwinOf is not null) is { } twin
            ? $"order {twin.Number} ({twin.Request}) was sent while order {twin.TwinOf} of the same terms was not over,"
                + $" in step {result.Describe(twin.Step)}"
            : null);

    /// <summary>No order is in flight or unknown at the end, and what is open is open at the exchange too.</summary>
    public static Expectation EveryOrderEndsKnown() => new("every order ends known", Endings.Unknown);

    /// <summary>
    /// What the engine counted as fills is what traded by the exchange's books: none lost, none twice.
    /// </summary>
    public static Expectation NoLostFills() => new("no lost fills", Endings.LostFills);

    /// <summary>The engine's balances at the end are those of the exchange.</summary>
    public static Expectation BalancesAgree() => new("balances agree", Endings.Balances);

    /// <summary>The position at the end; below 0 is short.</summary>
    public static Expectation Position(decimal quantity, string? instrument = null) => new(
        $"position {DecimalText.Format(quantity)}",
        result => Differs(
            quantity, result.State[result.Instrument(instrument).Index].Position?.QuantitySigned ?? 0m));

    /// <summary>The position was never larger, long or short.</summary>
    public static Expectation PositionNeverBeyond(decimal quantity, string? instrument = null) => new(
        $"position never beyond {DecimalText.Format(quantity)}",
        result => result.Largest[result.Instrument(instrument).Index.Value] is var (size, step) && size > quantity
            ? $"{DecimalText.Format(size)}, in step {result.Describe(step)}"
            : null);

    /// <summary>The balance of an asset at the end, as the engine has it.</summary>
    public static Expectation Balance(string asset, decimal total) => new(
        $"{DecimalText.Format(total)} {asset}",
        result => Differs(total, BalanceOf(result, asset)));

    /// <summary>How many orders were sent.</summary>
    public static Expectation OrdersSent(int count) =>
        new(string.Create(null, $"{count} order(s) sent"), result => Differs(count, result.Orders.Count));

    /// <summary>How many orders are active at the end.</summary>
    public static Expectation OpenOrders(int count, string? instrument = null) => new(
        string.Create(null, $"{count} open order(s)"),
        result => Differs(count, result.State[result.Instrument(instrument).Index].Orders.Count));

    /// <summary>Neither the strategy nor the risk policy threw.</summary>
    public static Expectation NoException() => new(
        "no exception",
        result => Endings.Outputs(result).Select(row => row.Output).OfType<EngineOutput.Faulted>().FirstOrDefault()
            is { } fault
            ? $"{fault.Part} threw {fault.Message}"
            : null);

    /// <summary>A report was odd in this way, and the engine said so.</summary>
    public static Expectation Anomaly(OrderAnomaly kind) => new(
        $"anomaly {kind}",
        result => Endings.Outputs(result)
            .Any(row => row.Output is EngineOutput.Anomaly anomaly && anomaly.Kind == kind)
            ? null
            : "none");

    /// <summary>The audit is, step by step, that of a run whose digest is known.</summary>
    public static Expectation AuditDigest(string digest) => new(
        $"audit digest {digest}",
        result => string.Equals(result.AuditDigest, digest, StringComparison.Ordinal)
            ? null
            : $"came {result.AuditDigest}");

    /// <summary>Anything about the audit.</summary>
    /// <param name="name">What is expected, for the message.</param>
    /// <param name="holds">Whether it is so.</param>
    public static Expectation Audit(string name, Func<IReadOnlyList<AuditTick>, bool> holds) =>
        new(name, result => holds(result.Ticks) ? null : "it does not hold");

    /// <summary>Anything.</summary>
    /// <param name="name">What is expected, for the message.</param>
    /// <param name="holds">Whether it is so.</param>
    public static Expectation That(string name, Func<ScenarioResult, bool> holds) =>
        new(name, result => holds(result) ? null : "it does not hold");

    private static decimal BalanceOf(ScenarioResult result, string asset)
    {
        foreach (var row in result.State.Assets)
        {
            if (string.Equals(
                result.State.Catalog[row.Asset].Asset.NameInternal, asset, StringComparison.OrdinalIgnoreCase))
            {
                return row.Total;
            }
        }

        throw new ScenarioException($"there is no asset '{asset}'");
    }

    private static string? Differs(decimal expected, decimal came) =>
        expected == came ? null : $"came {DecimalText.Format(came)}";
}
