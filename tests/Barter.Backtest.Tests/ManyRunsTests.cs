using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests;

public sealed class ManyRunsTests
{
    private static readonly BacktestArgsConstant Shared = Constant(Config(), Random(seed: 3, count: 500));

    [Fact]
    public async Task One_failure_does_not_spoil_the_others()
    {
        var many = await Backtester.RunManyAsync(
            Shared,
            [
                Dynamic(() => new NoOrders(), "c"),
                Dynamic(() => throw new InvalidOperationException("no such strategy"), "b"),
                Dynamic(() => new BuyAndHold(100m), "a"),
            ]);

        Assert.Equal(["a", "b", "c"], many.Outcomes.Select(outcome => outcome.Id));
        Assert.Equal(["a", "c"], many.Summaries.Select(result => result.Id));
        var failure = Assert.Single(many.Failures);
        Assert.Equal("no such strategy", failure.Failure!.Message);
    }

    [Fact]
    public async Task A_strategy_that_throws_stops_trading_and_says_so_in_its_result()
    {
        var result = await Backtester.RunAsync(
            Shared,
            Dynamic(() => new Scripted((state, _) => throw new InvalidOperationException($"lost at {state.Time}"))));

        Assert.StartsWith(
            "strategy.decide: InvalidOperationException: lost at 2025-03-01T10:00:00",
            result.Counts.Fault,
            StringComparison.Ordinal);
        Assert.Equal(500, result.Counts.MarketEvents);
    }

    [Fact]
    public async Task Cancelling_ends_all_runs()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Backtester.RunManyAsync(Shared, [Dynamic(() => new NoOrders())], cancellationToken: source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Backtester.RunAsync(Shared, Dynamic(() => new NoOrders()), cancellationToken: source.Token));
    }

    [Fact]
    public async Task Two_runs_of_one_id_and_no_run_at_all_are_refused()
    {
        var twice = await Assert.ThrowsAsync<ArgumentException>(() => Backtester.RunManyAsync(
            Shared, [Dynamic(() => new NoOrders(), "x"), Dynamic(() => new NoOrders(), "x")]));
        Assert.StartsWith("2 runs have the id 'x'", twice.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Backtester.RunManyAsync(Shared, []));
    }

    [Fact]
    public async Task Progress_counts_the_runs_and_ends_with_all_of_them()
    {
        var told = new Recorder();

        await Backtester.RunManyAsync(
            Shared,
            [.. Enumerable.Range(0, 5).Select(i => Dynamic(() => new NoOrders(), $"{i}"))],
            parallelism: 1,
            told);

        Assert.Equal([1, 2, 3, 4, 5], told.All.Select(progress => progress.RunsDone));
        Assert.Equal((1d, 2_500L), (told.All[^1].Share, told.All[^1].MarketEvents));
    }

    [Fact]
    public void An_exchange_that_cannot_be_simulated_is_refused_before_anything_runs()
    {
        var perpetual = Instrument.Define(
            ExchangeId.BinanceSpot,
            "BTCPERP",
            new Underlying<Asset>(Asset.FromExchangeName("btc"), Asset.FromExchangeName("usdt")),
            QuoteKind.UnderlyingQuote,
            new InstrumentKind.Perpetual(1m, Asset.FromExchangeName("usdt")));
        var config = Config();
        var other = new SystemConfig([.. config.Instruments, perpetual], config.Executions, config.Risk);

        var refused = Assert.Throws<BacktestException>(() => Constant(other));

        Assert.Contains("binance_spot-btc_usdt-perpetual is perpetual", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_id_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new BacktestArgsDynamic("  ", 0m));
        Assert.Equal("x", new BacktestArgsDynamic(" x ", 0m).Id);
    }

    private sealed class Recorder : IProgress<BacktestProgress>
    {
        public List<BacktestProgress> All { get; } = [];

        public void Report(BacktestProgress value) => All.Add(value);
    }
}
