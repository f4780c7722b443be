using Barter.Model;

namespace Barter.Engine.Reconciliation;

/// <summary>Finds what an engine missed of an account, from what its exchange states of it.</summary>
/// <remarks>
/// Pure. The events that it gives are processed like any that the exchange told: afterwards positions and balances are
/// as stated and the fate of every order is known, or is known not to be. Given the same evidence again, there is
/// nothing left to tell.
/// </remarks>
public static class Reconciler
{
    /// <summary>What the exchange would have told, in order: what rests, fills, what is over, balances.</summary>
    public static ValueList<AccountEvent> Reconcile(EngineState state, AccountEvidence evidence)
    {
        var trial = new Trial(state, evidence.Exchange);
        var orders = new OrderEvidence(evidence);

        // What rests goes first, so that its fills are counted for it; what is over goes after them
        foreach (var order in orders.Resting(trial.State))
        {
            trial.Tell(order);
        }

        TellFills(trial, evidence);
        TellBridges(trial, evidence);
        foreach (var order in orders.NoLongerResting(trial.State))
        {
            trial.Tell(order);
        }

        TellBalances(trial, evidence);
        return trial.Told;
    }

    /// <summary>The time from which on an exchange is to be asked for its fills; none where no fill is known.</summary>
    public static Timestamp? FillsFrom(EngineState state, ExchangeIndex exchange)
    {
        Timestamp? latest = null;
        foreach (var row in state.Instruments)
        {
            if (row.Instrument.Exchange == exchange && row.Fills.Latest is { } time)
            {
                latest = latest is { } known ? Timestamp.Max(known, time) : time;
            }
        }

        return latest;
    }

    /// <summary>
    /// Whether positions can be made exact: by the fills since the last that is known, or by the positions stated.
    /// </summary>
    public static bool CanBeExact(EngineState state, AccountEvidence evidence) =>
        evidence.Positions is not null
        || evidence.FillsSince is not { } since
        || since <= FillsFrom(state, evidence.Exchange);

    /// <summary>The orders that an exchange is to be asked for one by one: its list of open ones lacks them.</summary>
    public static ValueList<OrderKey> Questions(EngineState state, AccountSnapshot account)
    {
        var listed = account.Instruments
            .SelectMany(row => row.Orders)
            .Select(order => (order.Key.Instrument, order.Key.ClientOrderId))
            .ToHashSet();
        return OrderEvidence.Active(state, account.Exchange)
            .Select(order => order.Key)
            .Where(key => !listed.Contains((key.Instrument, key.ClientOrderId)))
            .ToValueList();
    }

    private static void TellFills(Trial trial, AccountEvidence evidence)
    {
        foreach (var fill in evidence.Fills.OrderBy(fill => fill.TimeExchange))
        {
            trial.Tell(fill);
        }
    }

    private static void TellBridges(Trial trial, AccountEvidence evidence)
    {
        if (evidence.Positions is not { } positions)
        {
            return;
        }

        foreach (var row in trial.State.Instruments)
        {
            // Fills that came after the position was stated are not part of it
            if (row.Instrument.Exchange != evidence.Exchange || row.Instrument.IsSpot
                || row.Fills.Latest > evidence.Time)
            {
                continue;
            }

            var stated = positions.LastOrDefault(position => position.Instrument == row.Index);
            foreach (var fill in PositionBridge.Fills(row, stated, evidence.Time))
            {
                trial.Tell(fill);
            }
        }
    }

    private static void TellBalances(Trial trial, AccountEvidence evidence)
    {
        var exchange = trial.State.Catalog[evidence.Exchange];
        foreach (var balance in evidence.Account.Balances)
        {
            trial.Tell(balance, evidence.Time);
        }

        var listed = evidence.Account.AssetIndexes().ToHashSet();
        foreach (var asset in trial.State.Assets)
        {
            if (trial.State.Catalog[asset.Asset].Exchange == exchange
                && asset.Latest is not null && !listed.Contains(asset.Asset))
            {
                trial.Tell(new AssetBalance(asset.Asset, default, evidence.Time), evidence.Time);
            }
        }
    }
}
