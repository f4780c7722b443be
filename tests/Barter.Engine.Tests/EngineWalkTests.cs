using System.Globalization;
using Barter.Engine.Audit;
using Barter.Model;
using Xunit.Abstractions;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class EngineWalkTests(ITestOutputHelper output)
{
    private const int Steps = 2_000;

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("BARTER_SEED") is { Length: > 0 } seed
            ? [int.Parse(seed, CultureInfo.InvariantCulture)]
            : [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_comes_the_state_is_sound_after_every_step(int seed)
    {
        output.WriteLine($"BARTER_SEED={seed}");
        var (walk, engine, oracle) = (new Walk(seed), NewEngine(new RandomStrategy(seed)), new FillOracle());
        var time = engine.State.Time;
        for (var i = 0; i < Steps; i++)
        {
            var cause = walk.Next();
            var refused = Refusable(engine, cause);

            var step = engine.Process(cause);

            Assert.Equal((ulong)i, step.Sequence);
            Assert.True(step.Time >= time, $"time went back at {i}");
            time = step.Time;
            refused(step);
            if (step.Errors.Count == 0
                && cause is EngineEvent.Account { Event: AccountEvent.Filled { Fill: var fill } })
            {
                oracle.Add(fill);
                IsWhatTheFillsSay(engine.State[fill.Instrument], oracle);
            }

            OrdersAreSound(engine.State, step);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_engines_that_hear_the_same_do_the_same(int seed)
    {
        output.WriteLine($"BARTER_SEED={seed}");
        var (walk, first, second) =
            (new Walk(seed), NewEngine(new RandomStrategy(seed)), NewEngine(new RandomStrategy(seed)));
        for (var i = 0; i < Steps; i++)
        {
            var cause = walk.Next();

            Assert.Equal(first.Process(cause), second.Process(cause));
        }

        Assert.Equal(StateText.Of(first.State), StateText.Of(second.State));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_clone_is_equal_and_goes_its_own_way(int seed)
    {
        output.WriteLine($"BARTER_SEED={seed}");
        var (walk, engine) = (new Walk(seed), NewEngine(new RandomStrategy(seed)));
        for (var round = 0; round < 5; round++)
        {
            Proceed(engine, walk, 200);
            var (left, right, then) = (engine.State.Clone(), engine.State.Clone(), StateText.Of(engine.State));
            Assert.Equal(then, StateText.Of(left));

            Proceed(engine, walk, 100);
            Assert.Equal(then, StateText.Of(left));

            var now = StateText.Of(engine.State);
            var told = Enumerable.Range(0, 100).Select(_ => walk.Next()).ToList();
            var outcomes = told.Select(cause => Apply(left, cause)).ToList();
            Assert.Equal((then, now), (StateText.Of(right), StateText.Of(engine.State)));

            Assert.Equal(outcomes, told.Select(cause => Apply(right, cause)));
            Assert.Equal(StateText.Of(left), StateText.Of(right));
            Assert.NotEqual(then, StateText.Of(left));
        }
    }

    /// <summary>Returns a check that a step that was refused left no trace.</summary>
    private static Action<EngineStep> Refusable(TradingEngine engine, EngineEvent cause)
    {
        var catalog = engine.State.Catalog;
        var error = cause is EngineEvent.Market { Event: var market }
            ? Vetting.Refuse(market, catalog)
            : Vetting.Refuse(cause, catalog);
        if (error is null)
        {
            return step => Assert.Empty(step.Errors);
        }

        var before = StateText.Of(engine.State);
        return step =>
        {
            Assert.Single(step.Errors);
            Assert.Empty(step.Outputs);
            Assert.Equal(before, StateText.Of(engine.State));
        };
    }

    private static void IsWhatTheFillsSay(InstrumentState row, FillOracle oracle)
    {
        var (net, entry) = (oracle.Net(row.Index), oracle.EntryPrice(row.Index));
        Assert.Equal(net, row.Position?.QuantitySigned ?? 0m);
        Assert.Equal(net == 0m, row.Position is null);
        Assert.Equal(entry, row.Position?.PriceEntryAverage ?? 0m, 18);
        Assert.Equal(oracle.Cash(row.Index) + (net * entry), row.Positions.PnlRealised, 15);
        Assert.Equal(oracle.Fees(row.Index), row.Positions.Fees);
        Assert.True(row.Position is null || row.Position.QuantityAbs <= row.Position.QuantityAbsMax);
    }

    private static void OrdersAreSound(EngineState state, EngineStep step)
    {
        foreach (var row in state.Instruments)
        {
            var unknown = 0;
            for (var i = 0; i < row.Orders.Count; i++)
            {
                var order = row.Orders[i];
                Assert.IsAssignableFrom<ActiveOrderState>(order.State);
                Assert.True(row.Orders.TryGet(order.Key.ClientOrderId, out var found) && ReferenceEquals(found, order));
                unknown += order.State is ActiveOrderState.Unknown ? 1 : 0;
            }

            Assert.Equal(unknown > 0, row.Orders.HasUnknown);
        }

        foreach (var request in step.Requests)
        {
            Assert.True(state.HasExecution(request.Key.Exchange));
            Assert.True(
                request is ExecutionRequest.Cancel
                || state[request.Key.Instrument].Orders.TryGet(request.Key.ClientOrderId, out _));
        }
    }

    private static void Proceed(TradingEngine engine, Walk walk, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            engine.Process(walk.Next());
        }
    }

    private static string Apply(EngineState state, EngineEvent cause)
    {
        if (cause is EngineEvent.Market { Event: { IsReconnecting: false } market }
            && Vetting.Refuse(market, state.Catalog) is null)
        {
            state.Advance(market.TimeExchange);
            state.Apply(market);
        }
        else if (cause is EngineEvent.Account { Event: var account } && Vetting.Refuse(cause, state.Catalog) is null)
        {
            state.Advance(account.TimeExchange);
            return state.Apply(account).ToString();
        }

        return "";
    }
}
