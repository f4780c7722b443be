using Barter.Model;

namespace Barter.Engine.Risk;

/// <summary>What positions and accounts are worth, in the profit asset of an instrument.</summary>
internal static class Worth
{
    /// <summary>Notional of all open positions with the same profit asset, but for the one instrument.</summary>
    public static decimal GrossNotional(EngineState state, IndexedInstrument except)
    {
        var sum = 0m;
        foreach (var row in state.Instruments)
        {
            if (row.Index != except.Index && row.Instrument.ProfitAsset == except.ProfitAsset
                && row.Position is { } position && row.Price is { } price)
            {
                sum += row.Instrument.NotionalOf(position.QuantityAbs, price);
            }
        }

        return sum;
    }

    /// <summary>
    /// What the account that an instrument trades in is worth: its profit asset, every asset that is quoted in it, and
    /// what open contracts have gained.
    /// </summary>
    public static decimal Equity(EngineState state, IndexedInstrument instrument)
    {
        var sum = state[instrument.ProfitAsset].Total;
        foreach (var row in state.Instruments)
        {
            if (row.Instrument.ProfitAsset != instrument.ProfitAsset || row.Price is not { } price)
            {
                continue;
            }

            sum += row.Instrument.IsSpot
                ? IsFirstFor(row, state) ? state[row.Instrument.Underlying.Base].Total * price : 0m
                : row.PnlUnrealised;
        }

        return sum;
    }

    /// <summary>An asset that several instruments price counts once.</summary>
    private static bool IsFirstFor(InstrumentState row, EngineState state)
    {
        foreach (var other in state.Instruments)
        {
            if (other.Instrument.IsSpot
                && other.Instrument.Underlying == row.Instrument.Underlying
                && other.Price is not null)
            {
                return other.Index == row.Index;
            }
        }

        return true;
    }
}
