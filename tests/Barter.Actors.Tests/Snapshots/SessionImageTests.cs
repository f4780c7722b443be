using System.Diagnostics;
using Barter.Actors.Engine;
using Barter.Actors.Tests.Worlds;
using Barter.Configuration;
using Barter.Engine;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;
using Xunit.Abstractions;

namespace Barter.Actors.Tests.Snapshots;

public sealed class SessionImageTests(ITestOutputHelper output)
{
    private readonly SystemConfig _spot = SystemConfig.Load(Repository.File("data/config/spot.json"));

    [Fact]
    public void A_strategy_that_does_not_say_what_it_remembers_is_not_saved()
    {
        var core = Played(() => new Trader(1), out _);

        Assert.False(core.TrySave(out _, out var refusal));
        Assert.Equal("Trader does not say what it remembers; let it be an ISnapshotState", refusal);
    }

    [Fact]
    public void A_strategy_that_remembers_what_cannot_be_kept_is_not_saved()
    {
        var core = Played(() => new Rememberer(() => new List<Action> { () => { } }), out _);

        Assert.False(core.TrySave(out _, out var refusal));
        Assert.Contains("Content.Strategy[0] is a System.Action, which cannot", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_that_fails_to_say_what_it_remembers_does_not_stop_its_session()
    {
        var core = Played(() => new Rememberer(() => throw new InvalidOperationException("not now")), out _);

        Assert.False(core.TrySave(out _, out var refusal));
        Assert.Equal("InvalidOperationException: not now", refusal);
    }

    [Fact]
    public void What_another_strategy_remembered_is_refused()
    {
        var image = Image(Played(() => new Rememberer(() => "a word"), out _));
        Played(() => new Rememberer(() => 1, restored: _ => throw new InvalidCastException("no number")), out var run);

        Assert.False(SessionCore.TryRestore(run.NewPlan(), image, out _, out var refusal));
        Assert.Equal("it was not taken: InvalidCastException: no number", refusal);
    }

    [Fact]
    public void The_image_of_another_session_is_refused()
    {
        var image = Image(Played(() => new NoOrders(new StrategyId("other")), out _));
        Played(() => new NoOrders(), out var run);

        Assert.False(SessionCore.TryRestore(run.NewPlan(), image, out _, out var refusal));
        Assert.Equal("it is of a session that is made in another way", refusal);
    }

    [Fact]
    public void A_damaged_image_is_refused()
    {
        var image = Image(Played(() => new NoOrders(), out var run));
        image[image.Length / 2] ^= 1;

        Assert.False(SessionCore.TryRestore(run.NewPlan(), image, out _, out var refusal));
        Assert.StartsWith("it is damaged at byte ", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_shipped_says_what_it_remembers()
    {
        var shipped = typeof(IStrategy).Assembly.GetTypes().Where(type => type is { IsAbstract: false }
            && (type.IsAssignableTo(typeof(IStrategy)) || type.IsAssignableTo(typeof(IRiskPolicy))));

        Assert.All(shipped, type => Assert.True(type.IsAssignableTo(typeof(ISnapshotState)), type.Name));
    }

    [Fact]
    public void A_session_is_saved_quickly()
    {
        var core = Played(
            () => ShippedStrategies.Create("quoter", ["spread_bps=6", "notional=50", "rest=0"]), out var run, 20_000);
        var image = Image(core);
        var spans = Enumerable.Range(0, 50).Select(_ => Time(() => Image(core))).Order().ToArray();
        var back = Enumerable.Range(0, 50)
            .Select(_ => Time(() => SessionCore.TryRestore(run.NewPlan(), image, out var _, out var _)))
            .Order()
            .ToArray();

        output.WriteLine(
            $"{run.Count} events, {run.Result.Counts.Fills} fills: {image.Length} bytes, "
            + $"saved in {spans[0].TotalMilliseconds:F2} to {spans[25].TotalMilliseconds:F2} ms, "
            + $"restored in {back[0].TotalMilliseconds:F2} to {back[25].TotalMilliseconds:F2} ms (best and median)");
        Assert.InRange(image.Length, 1, 1_000_000);
    }

    private SessionCore Played(Func<IStrategy> strategy, out RecordedRun run, int events = 300)
    {
        var market = Markets.Walk(_spot.BuildCatalog(), 7, events, TimeSpan.FromSeconds(2));
        run = new RecordedRun(_spot, market, strategy);
        var core = new SessionCore(run.NewPlan());
        for (var at = 0; at < run.Count; at++)
        {
            run.Play(core, at);
        }

        return core;
    }

    private static TimeSpan Time(Action action)
    {
        var began = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(began);
    }

    private static byte[] Image(SessionCore core)
    {
        Assert.True(core.TrySave(out var image, out var refusal), refusal);
        return image;
    }

    private sealed class Rememberer(Func<object?> saved, Action<object?>? restored = null) : IStrategy, ISnapshotState
    {
        public StrategyId Id { get; } = new("rememberer");

        public void Decide(EngineState state, OrderBatch orders)
        {
        }

        public object? SaveState() => saved();

        public void RestoreState(object? state) => restored?.Invoke(state);
    }
}
