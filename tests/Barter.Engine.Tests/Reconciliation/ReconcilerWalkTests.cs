using System.Globalization;
using Barter.Engine.Audit;
using Barter.Engine.Reconciliation;
using Barter.Model;
using Xunit.Abstractions;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>Engines that missed random parts of random histories become what their exchange is.</summary>
public sealed class ReconcilerWalkTests(ITestOutputHelper output)
{
    private const decimal PriceTolerance = 0.0001m;
    private const decimal Rounding = 0.000_000_000_001m;

    [Fact]
    public void After_reconciling_positions_cash_and_orders_are_those_of_the_exchange() => Walk(first: 1, count: 500);

    [Fact]
    [Trait("Category", "Slow")]
    public void After_reconciling_they_are_so_in_ten_thousand_histories() => Walk(first: 1_001, count: 10_000);

    private void Walk(int first, int count)
    {
        if (Environment.GetEnvironmentVariable("BARTER_SEED") is { Length: > 0 } given)
        {
            (first, count) = (int.Parse(given, CultureInfo.InvariantCulture), 1);
        }

        var (told, bridges, misled) = (0, 0, 0);
        for (var seed = first; seed < first + count; seed++)
        {
            try
            {
                var history = new History(seed);
                var events = Check(history);
                misled += history.Misled;
                told += events.Count;
                bridges += events.Count(row => row is AccountEvent.Filled { Fill.IsBridge: true });
            }
            catch (Exception)
            {
                output.WriteLine($"BARTER_SEED={seed} repeats it");
                throw;
            }
        }

        output.WriteLine($"seeds {first} to {first + count - 1}: {told} events told, {bridges} fills made up, "
            + $"{misled} times told of an end that was none");
        Assert.True(count == 1 || (told > count && bridges > count / 20 && misled > count / 4));
    }

    private static List<AccountEvent> Check(History history)
    {
        var evidence = history.Evidence(isComplete: false);
        var before = StateDigest.Describe(history.Engine.State);
        var told = Reconciler.Reconcile(history.Engine.State, evidence);
        Assert.Equal(before, StateDigest.Describe(history.Engine.State));
        Assert.Equal(told, Reconciler.Reconcile(history.Engine.State, evidence));

        IsTheSameWhereverItIsInterrupted(history.Engine.State, evidence, told);
        Apply(history, told);
        IsExact(history, evidence.FillsSince is null && history.LosesTailOnly ? told : null);
        Assert.Empty(Reconciler.Reconcile(history.Engine.State, evidence));

        // Later all is known, also of what was still on its way; fills that were bridged are in the list now
        history.Venue.Wait(20);
        var later = history.Evidence(isComplete: true);
        var rest = Reconciler.Reconcile(history.Engine.State, later);
        var bridged = told.OfType<AccountEvent.Filled>().Where(row => row.Fill.IsBridge)
            .Select(row => row.Fill.Instrument).ToHashSet();
        Assert.DoesNotContain(rest, row => row is AccountEvent.Filled { Fill: var fill }
            && bridged.Contains(fill.Instrument));
        Apply(history, rest);
        IsExact(history, null);
        Assert.Equal(
            history.Venue.Resting.Select(order => order.Key).Order(ByName),
            OrderEvidence.Active(history.Engine.State, Venue.Here).Select(order => order.Key).Order(ByName));
        Assert.DoesNotContain(history.Engine.State.Instruments.ToArray(), row => row.Orders.HasUnknown);
        Assert.Empty(Reconciler.Reconcile(history.Engine.State, later));

        foreach (var late in history.Late())
        {
            history.Engine.Process(Told(late));
        }

        // A late word of an order that we never knew may bring it up though it is over; nothing else moves
        IsExact(history, null, isSettled: false);
        var last = Reconciler.Reconcile(history.Engine.State, history.Evidence(isComplete: true));
        Assert.DoesNotContain(last, row => row is AccountEvent.Filled);
        Apply(history, last);
        IsExact(history, null);
        return [.. told, .. rest];
    }

    private static Comparer<OrderKey> ByName { get; } = Comparer<OrderKey>.Create((left, right) =>
        string.CompareOrdinal(left.ClientOrderId.Value, right.ClientOrderId.Value));

    private static void IsTheSameWhereverItIsInterrupted(
        EngineState before, AccountEvidence evidence, ValueList<AccountEvent> told)
    {
        var state = before.Clone();
        for (var done = 0; done < told.Count; done++)
        {
            state.Apply(told[done]);
            Assert.Equal(told.Skip(done + 1), Reconciler.Reconcile(state, evidence));
        }
    }

    private static void Apply(History history, ValueList<AccountEvent> told)
    {
        foreach (var row in told)
        {
            var step = history.Engine.Process(Told(row));
            Assert.Empty(step.Errors);
            Assert.DoesNotContain(step.Outputs, output => output is EngineOutput.Anomaly);
        }
    }

    /// <param name="history">What happened.</param>
    /// <param name="whole">What was told, where it was all that was missed in the order in which it happened.</param>
    /// <param name="isSettled">Whether the engine knows of every order that is over.</param>
    private static void IsExact(History history, ValueList<AccountEvent>? whole, bool isSettled = true)
    {
        var (venue, state) = (history.Venue, history.Engine.State);
        foreach (var row in venue.InstrumentsHere())
        {
            var (positions, net) = (state[row.Index].Positions, venue.Traded.Net(row.Index));
            Assert.Equal(net, positions.Current?.QuantitySigned ?? 0m);
            if (positions.Current is { } position && (venue.StatesPositions || whole is not null))
            {
                var entry = venue.Traded.EntryPrice(row.Index);
                Assert.InRange(position.PriceEntryAverage / entry, 1m - PriceTolerance, 1m + PriceTolerance);
            }

            if (whole is not null || !venue.StatesPositions)
            {
                var cash = positions.PnlRealised - (net * (positions.Current?.PriceEntryAverage ?? 0m));
                Assert.InRange(cash - venue.Traded.Cash(row.Index), -Rounding, Rounding);
            }
        }

        Assert.DoesNotContain(whole ?? [], row => row is AccountEvent.Filled { Fill.IsBridge: true });
        Assert.All(venue.AssetsHere(), asset => Assert.Equal(venue.Balance(asset), state[asset].Total));
        Assert.All(venue.Resting, order =>
        {
            Assert.True(state[order.Key.Instrument].Orders.TryGet(order.Key.ClientOrderId, out var known));
            Assert.IsNotType<ActiveOrderState.Unknown>(known.State);
            var (told, open) = ((ActiveOrderState.Open)order.State, ((ActiveOrderState)known.State).LastOpen);
            Assert.Equal((told.Id, told.FilledQuantity), (open?.Id, open?.FilledQuantity));
        });
        Assert.All(OrderEvidence.Active(state, Venue.Here), order => Assert.True(
            !isSettled
            || order.State is not ActiveOrderState.Open
            || venue.Find(order.Key)?.State is ActiveOrderState.Open));
    }
}
