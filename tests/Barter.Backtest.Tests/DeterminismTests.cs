using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests;

public sealed class DeterminismTests
{
    private static readonly MarketEvent[] Market = Random(seed: 7, count: 4_000);

    [Fact]
    public async Task A_run_gives_the_same_bytes_alone_again_and_beside_fifty_others()
    {
        var constant = Constant(Config(fees: 0.05m), Market);
        var alone = await Backtester.RunAsync(constant, Named("a"));
        var again = await Backtester.RunAsync(Constant(Config(fees: 0.05m), Market), Named("a"));
        var others = Enumerable.Range(0, 50).Select(i => Dynamic(() => new EmaCross(3 + i, 40 + i, 500m), $"b{i:D2}"));

        var many = await Backtester.RunManyAsync(constant, [.. others, Named("a")]);

        var beside = many.Summaries.First();
        Assert.Equal((51, "a"), (many.NumBacktests, beside.Id));
        Assert.True(alone.Counts.Fills > 20, $"{alone.Counts}");
        Assert.Equal(alone.TradingSummary.ToJson(), again.TradingSummary.ToJson());
        Assert.Equal(alone.TradingSummary.ToJson(), beside.TradingSummary.ToJson());
        Assert.Equal(alone.AuditDigest, again.AuditDigest);
        Assert.Equal(alone.AuditDigest, beside.AuditDigest);
        Assert.Equal(51, many.Summaries.Select(result => result.AuditDigest).Distinct().Count());
    }

    [Fact]
    public void The_digest_tells_runs_apart_that_differ_in_one_price()
    {
        var other = (MarketEvent[])Market.Clone();
        other[^1] = MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, Btc, Market[^1].TimeExchange, Market[^1].TimeReceived, 1, 77.77m, 1m, Side.Buy);

        var digests = new[] { Market, other }
            .Select(market => Backtester.Run(Constant(Config(), market), Named("a")).AuditDigest);

        Assert.Equal(2, digests.Distinct().Count());
    }

    [Fact]
    public void A_replica_fed_with_the_ticks_holds_the_same_state_after_every_step()
    {
        EngineState? state = null;
        AuditReplica? replica = null;
        var steps = 0;
        var strategy = new Quoter(8m, 100m, 500m, TimeSpan.Zero);
        var constant = new BacktestArgsConstant(
            Config(fees: 0.05m), new MarketData.InMemoryMarketData(Market.Take(1_500)))
        {
            OnStep = (_, cause, step) =>
            {
                replica!.Apply(step.ToTick(cause));
                steps++;
                if (steps % 10 == 0 || step.IsTerminal)
                {
                    Assert.Equal(StateDigest.Describe(state!), StateDigest.Describe(replica.State));
                }
            },
        };

        var result = Backtester.Run(constant, Dynamic(() => strategy), started: seen =>
        {
            state = seen;
            replica = new AuditReplica(seen);
        });

        Assert.True(result.Counts.Fills > 20, $"{result.Counts}");
        Assert.True(replica!.HasEnded);
        Assert.Equal((ulong)steps - 1, replica.Sequence);
    }

    [Fact]
    public void A_replica_skips_what_it_has_and_names_what_is_missing()
    {
        var ticks = new List<AuditTick>();
        var constant = new BacktestArgsConstant(Config(), new MarketData.InMemoryMarketData(Market.Take(20)))
        {
            OnStep = (_, cause, step) => ticks.Add(step.ToTick(cause)),
        };
        AuditReplica? replica = null;
        Backtester.Run(constant, Named("r"), started: state => replica = new AuditReplica(state));

        Assert.True(replica!.Apply(ticks[0]));
        Assert.True(replica.Apply(ticks[1]));
        Assert.False(replica.Apply(ticks[1]));
        var gap = Assert.Throws<AuditGapException>(() => replica.Apply(ticks[4]));
        Assert.Equal("audit ticks are missing: expected sequence 2, received 4", gap.Message);
    }

    private static BacktestArgsDynamic Named(string id) => Dynamic(() => new EmaCross(5, 25, 800m), id);
}
