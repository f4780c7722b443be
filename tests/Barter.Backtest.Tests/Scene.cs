using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Backtest.Tests;

/// <summary>A small world: one exchange, btc and eth against usdt, and markets told in a line each.</summary>
internal static class Scene
{
    public static readonly Timestamp Start = Timestamp.Parse("2025-03-01T10:00:00Z");
    public static readonly InstrumentIndex Btc = new(0);
    public static readonly InstrumentIndex Eth = new(1);

    public static SystemConfig Config(
        int latencyMillis = 100, decimal fees = 0m, decimal usdt = 10_000m, decimal btc = 1m, RiskLimits? limits = null)
    {
        Instrument[] instruments =
        [
            Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
            Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
        ];
        var execution = new SimulatedExecutionConfig(
            ExchangeId.BinanceSpot,
            TimeSpan.FromMilliseconds(latencyMillis),
            fees,
            fees,
            [Holding("usdt", usdt), Holding("btc", btc), Holding("eth", 10m)]);
        return new SystemConfig(
            instruments.ToValueList(), [execution], new RiskConfiguration(limits, []));
    }

    public static BacktestArgsConstant Constant(SystemConfig config, params MarketEvent[] market) =>
        new(config, new InMemoryMarketData(market));

    public static BacktestArgsDynamic Dynamic(Func<IStrategy> strategy, string id = "run") => new(id, 0.05m, strategy);

    public static MarketEvent Trade(int millis, decimal price, decimal amount = 1m, Side side = Side.Buy, int id = 0) =>
        MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, Btc, At(millis), At(millis + 5), id == 0 ? millis : id, price, amount, side);

    public static MarketEvent Quote(int millis, decimal bid, decimal ask, decimal amount = 10m) => MarketEvent.OfL1(
        ExchangeId.BinanceSpot, Btc, At(millis), At(millis + 5),
        new OrderBookL1(At(millis), new Level(bid, amount), new Level(ask, amount)));

    public static MarketEvent Lost() => MarketEvent.Reconnecting(ExchangeId.BinanceSpot);

    public static Timestamp At(int millis) => Start.AddNanos(millis * Timestamp.NanosPerMilli);

    /// <summary>A seeded market of quotes and trades on both instruments, with gaps and lost links.</summary>
    public static MarketEvent[] Random(ulong seed, int count)
    {
        var dice = new Dice(seed);
        var prices = new[] { 100_00L, 20_00L };
        var events = new List<MarketEvent>();
        var nanos = 0L;
        for (var i = 0; i < count; i++)
        {
            nanos += dice.Next(400) * Timestamp.NanosPerMilli;
            var which = (int)dice.Next(2);
            prices[which] = Math.Max(5_00L, prices[which] + dice.Next(41) - 20);
            var price = prices[which] / 100m;
            var (time, instrument) = (Start.AddNanos(nanos), new InstrumentIndex(which));
            events.Add(dice.Next(20) switch
            {
                0 when i > 0 => Lost(),
                < 10 => MarketEvent.OfL1(
                    ExchangeId.BinanceSpot, instrument, time, time,
                    new OrderBookL1(
                        time,
                        new Level(price - 0.05m, 1m + dice.Next(5)),
                        new Level(price + 0.05m, 1m + dice.Next(5)))),
                _ => MarketEvent.OfTrade(
                    ExchangeId.BinanceSpot, instrument, time, time, i, price, 0.5m + dice.Next(3),
                    dice.Next(2) == 0 ? Side.Buy : Side.Sell),
            });
        }

        return [.. events];
    }

    private static StartingBalance Holding(string asset, decimal total) => new(asset, new Balance(total, total));
}
