using System.Globalization;
using Barter.Actors.Engine;
using Barter.Engine;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Journal;

/// <summary>How a session stands, as lists show it.</summary>
internal static class Standing
{
    private const string Colon = ": ";

    /// <summary>The row of a session that goes on; whoever keeps it knows how many entries that takes in.</summary>
    public static SessionRow Of(SessionCore core, Timestamp started) => new(
        SessionRow.Running, "", Environment.ProcessId, started, 0, core.Steps, core.Now, core.CountActive(),
        PositionsOf(core.State), PnlOf(core.State), started);

    /// <summary>The row of a session that has ended.</summary>
    /// <param name="row">How it stood.</param>
    /// <param name="reason">Why, as the journal has it: the kind, and the words.</param>
    public static SessionRow Over(SessionRow row, string reason)
    {
        var colon = reason.IndexOf(Colon, StringComparison.Ordinal);
        return colon < 0
            ? row with { State = SessionRow.Ended, Reason = reason }
            : row with
            {
                State = Enum.TryParse(reason[..colon], out TerminationKind kind) && kind == TerminationKind.Halted
                    ? SessionRow.Halted
                    : SessionRow.Ended,
                Reason = reason[(colon + Colon.Length)..],
            };
    }

    /// <summary>Positions for people: how much of what.</summary>
    private static string PositionsOf(EngineState state)
    {
        var open = new List<string>();
        foreach (var row in state.Instruments)
        {
            if (row.Position is { } position)
            {
                open.Add($"{DecimalText.Format(position.QuantitySigned)} {row.Instrument.Name}");
            }
        }

        return string.Join(", ", open);
    }

    /// <summary>What was earned, realised or not, in each asset in which profit is counted.</summary>
    private static string PnlOf(EngineState state)
    {
        var sums = new OrderedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in state.Instruments)
        {
            var asset = state.Catalog[row.Instrument.ProfitAsset].Asset.NameInternal;
            sums[asset] = sums.GetValueOrDefault(asset) + row.Positions.PnlRealised + row.PnlUnrealised;
        }

        return string.Join(", ", sums.Select(sum => string.Create(
            CultureInfo.InvariantCulture, $"{sum.Value:0.00####} {sum.Key}")));
    }
}
