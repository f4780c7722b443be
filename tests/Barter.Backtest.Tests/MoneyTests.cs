using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests;

/// <summary>The summary, the engine and the exchange count the same money.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("ema-cross", "fast=3", "slow=12", "notional=700")]
    [InlineData("buy-and-hold", "notional=900")]
    [InlineData("quoter", "spread_bps=8", "notional=100", "inventory=600", "rest=0")]
    public void Profit_is_what_the_account_is_worth_more_than_without_trading(
        string strategy, params string[] parameters)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            EngineState? state = null;
            var result = Backtester.Run(
                Constant(Config(fees: 0.1m), Random(seed, 1_500)),
                Dynamic(() => ShippedStrategies.Create(strategy, parameters)),
                started: seen => state = seen);
            Assert.True(result.Counts.Fills > 0, $"seed {seed}: {result.Counts}");

            // Both instruments are quoted in usdt, and no price moves after the last event
            var (btc, eth) = (state![Btc].Price!.Value, state[Eth].Price!.Value);
            var started = 10_000m + (1m * btc) + (10m * eth);
            var ended = Total(state, "usdt") + (Total(state, "btc") * btc) + (Total(state, "eth") * eth);
            var profit = result.TradingSummary.Instruments.Values.Sum(sheet => sheet.Pnl);
            Assert.True(
                Math.Abs(ended - started - profit) < 0.0000000001m,
                $"seed {seed}: worth {ended - started} more, profit {profit}");

            // Fees are a thousandth of what was traded, which stands in the turnover of the only period
            var portfolio = result.TradingSummary.Portfolio!;
            Assert.Equal(ended, portfolio.NavEnd);
            Assert.Equal(result.TradingSummary.Instruments.Values.Sum(sheet => sheet.Fees), portfolio.Fees);
            Assert.Equal(
                portfolio.Fees!.Value, portfolio.Turnover.Value!.Value * portfolio.NavStart!.Value / 1_000m, 9);
            Assert.InRange(portfolio.GrossExposureMax!.Value, 0.01m, 1m);
        }
    }

    [Fact]
    public void Slippage_is_what_a_fill_cost_beyond_the_price_at_the_decision()
    {
        var result = Backtester.Run(
            Constant(Config(), Quote(0, 99m, 101m), Quote(1, 99m, 101m), Quote(20, 103m, 105m), Quote(500, 103m, 105m)),
            Dynamic(() => Scripted.Once(1, orders => orders.Market(Btc, Side.Buy, 2m))));

        // Decided on at 100, in the middle of the quote; filled 50 ms later at 105
        Assert.Equal(10m, result.TradingSummary.Instruments["binance_spot-btc_usdt"].Slippage);
        Assert.Equal(10m, result.TradingSummary.Portfolio!.Slippage);
    }

    [Fact]
    public void Limits_are_enforced_and_a_refusal_says_which_and_by_how_much()
    {
        var refusals = new List<string>();
        var constant = new BacktestArgsConstant(
            Config(limits: new RiskLimits(maxPositionNotional: 150m)),
            new MarketData.InMemoryMarketData([Quote(0, 99m, 101m), Quote(1, 99m, 101m), Quote(1_000, 99m, 101m)]))
        {
            OnStep = (_, _, step) => refusals.AddRange(step.Outputs
                .OfType<Barter.Engine.Audit.EngineOutput.AlgoOrders>()
                .SelectMany(output => output.Orders.OpensRefused)
                .Select(refused => refused.Reason)),
        };

        var result = Backtester.Run(constant, Dynamic(() => Scripted.Once(1, orders =>
        {
            orders.Market(Btc, Side.Buy, 1m);
            orders.Market(Btc, Side.Buy, 1m);
        })));

        Assert.Equal(["max_position_notional: 200 exceeds 150 by 50 on binance_spot-btc_usdt"], refusals);
        Assert.Equal((1, 1, 1), (result.Counts.OrdersSent, result.Counts.Fills, result.Counts.RiskRefusals));
    }

    private static decimal Total(EngineState state, string asset) =>
        state[state.Catalog.FindAsset(ExchangeId.BinanceSpot, asset)].Total;
}
