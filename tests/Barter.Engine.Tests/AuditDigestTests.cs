using System.Globalization;
using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Engine.Tests;

public sealed class AuditDigestTests
{
    /// <summary>Numbers whose digits fill a word of 32 bits to its highest bit, which is the sign of an int.</summary>
    [Theory]
    [InlineData("30000.12345")]
    [InlineData("25.00000000")]
    [InlineData("1000000000000000000")]
    [InlineData("9300000000")]
    public void Every_number_can_be_digested(string amount)
    {
        var number = decimal.Parse(amount, CultureInfo.InvariantCulture);
        var market = MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, new InstrumentIndex(0), default, default, 1, number, 1m, Side.Buy);
        var digest = new AuditDigest();

        digest.Add(market, new EngineStep(0, default, [], [], [], [], false));

        Assert.Equal(64, digest.ToHex().Length);
    }

    [Fact]
    public void Looking_at_a_digest_changes_nothing_wherever_its_blocks_end()
    {
        var (looked, alone) = (new AuditDigest(), new AuditDigest());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < 2_000; at++)
        {
            // Names of many lengths, some of several bytes a letter, some longer than blocks are
            var name = new string(at % 3 == 0 ? 'ä' : 'a', at % 500 == 0 ? 40_000 : at % 97);
            var cause = new EngineEvent.TimerElapsed(new Timestamp(at), name);
            var market = MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), default, default, at, 1m, 1m, Side.Buy);
            var step = new EngineStep((ulong)at, default, [], [], [], [], false);
            foreach (var digest in new[] { looked, alone })
            {
                digest.Add(cause, step);
                digest.Add(market, step);
            }

            Assert.True(seen.Add(looked.ToHex()), $"step {at} changed nothing");
        }

        Assert.Equal(alone.ToHex(), looked.ToHex());
    }

    [Fact]
    public void A_digest_tells_runs_apart_by_their_first_step()
    {
        var (one, other) = (new AuditDigest(), new AuditDigest());
        for (var at = 0; at < 5_000; at++)
        {
            var step = new EngineStep((ulong)at, default, [], [], [], [], false);
            one.Add(new EngineEvent.TimerElapsed(new Timestamp(at), "a"), step);
            other.Add(new EngineEvent.TimerElapsed(new Timestamp(at), at == 0 ? "b" : "a"), step);
        }

        Assert.NotEqual(one.ToHex(), other.ToHex());
    }

    [Theory]
    [InlineData("1.5", "1.500000000")]
    [InlineData("104235.17", "104235.1700000000000000000000")]
    [InlineData("0", "0.0000000000")]
    [InlineData("1000000000000", "1000000000000.0000000000000000")]
    [InlineData("0.123456789123", "0.123456789123000")]
    public void Zeros_behind_a_number_change_nothing(string number, string longer)
    {
        static MarketEvent[] Both(string text)
        {
            var value = decimal.Parse(text, CultureInfo.InvariantCulture);
            var level = value == 0m ? (Level?)null : new Level(value, value);
            return [Trade(7, value, value), Book(new OrderBookL1(At(3), level, null)), Trade(8, 2m, value)];
        }

        Assert.Equal(DigestOf(Both(number)), DigestOf(Both(longer)));
    }

    [Fact]
    public void Everything_that_a_market_event_tells_is_in_the_digest()
    {
        var level = new Level(2m, 3m);
        MarketEvent[] events =
        [
            Trade(7, 1m, 2m),
            Trade(8, 1m, 2m),
            Trade(7, 1.000_000_001m, 2m),
            Trade(7, 1m, 200m),
            Trade(7, 1m, 2m, Side.Sell),
            Trade(7, 1m, 2m, instrument: 1),
            Trade(7, 1m, 2m, exchange: ExchangeId.Kraken),
            Trade(7, 1m, 2m, received: 4),
            Trade(7, 1m, 2m, time: 4, received: 4),
            Trade(7, 50_000_000_000m, 2m),
            Trade(7, 1m, 500_000_000_000_000m),
            MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), At(3), At(3), new PublicTrade("x", 1m, 2m, Side.Buy)),
            MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), At(3), At(3), new PublicTrade("y", 1m, 2m, Side.Buy)),
            Book(new OrderBookL1(At(3), level, level)),
            Book(new OrderBookL1(At(4), level, level)),
            Book(new OrderBookL1(At(3), level, null)),
            Book(new OrderBookL1(At(3), null, level)),
            Book(new OrderBookL1(At(3), new Level(2.5m, 3m), level)),
            Book(new OrderBookL1(At(3), new Level(2m, 3.5m), level)),
            Book(new OrderBookL1(At(3), level, new Level(2.5m, 3m))),
            Book(new OrderBookL1(At(3), level, new Level(2m, 3.5m))),
            Book(new OrderBookL1(At(3), new Level(0.000_000_000_1m, 3m), level)),
            Candle(new Candle(At(3), 1m, 2m, 3m, 4m, 5m, 6)),
            Candle(new Candle(At(3), 1m, 2m, 3m, 4m, 5m, 7)),
            Candle(new Candle(At(3), 1m, 2m, 3m, 4m, 6m, 6)),
            Levels(new OrderBookLevels(1, null, [level], [])),
            Levels(new OrderBookLevels(1, null, [], [level])),
            Levels(new OrderBookLevels(1, At(0), [level], [])),
            Levels(new OrderBookLevels(2, null, [level], [])),
            Levels(new OrderBookLevels(1, null, [level, level], [])),
            MarketEvent.Reconnecting(ExchangeId.BinanceSpot),
            MarketEvent.Reconnecting(ExchangeId.Kraken),
        ];

        // Once at the beginning, and once behind another event of the same market
        MarketEvent[] told = [Trade(6, 1m, 2m), Book(new OrderBookL1(At(3), level, null))];
        foreach (var before in new[] { [], told })
        {
            Assert.Equal(events.Length, events.Select(market => DigestOf([.. before, market])).Distinct().Count());
        }
    }

    [Fact]
    public void Number_and_time_of_a_step_are_in_the_digest()
    {
        var market = Trade(7, 1m, 2m);
        EngineStep[] steps = [Quiet(0, 3), Quiet(1, 3), Quiet(0, 4)];

        Assert.Equal(3, steps.Select(step => DigestOf((market, step))).Distinct().Count());
        Assert.Equal(3, steps.Select(step => DigestOf((market, step), (market, step))).Distinct().Count());
    }

    private static Timestamp At(long nanos) => new(nanos);

    private static MarketEvent Trade(
        long id, decimal price, decimal amount, Side side = Side.Buy, int instrument = 0,
        ExchangeId exchange = ExchangeId.BinanceSpot, long time = 3, long received = 3) =>
        MarketEvent.OfTrade(exchange, new InstrumentIndex(instrument), At(time), At(received), id, price, amount, side);

    private static MarketEvent Book(OrderBookL1 book) =>
        MarketEvent.OfL1(ExchangeId.BinanceSpot, new InstrumentIndex(0), At(3), At(3), book);

    private static MarketEvent Candle(Candle candle) =>
        MarketEvent.OfCandle(ExchangeId.BinanceSpot, new InstrumentIndex(0), At(3), At(3), candle);

    private static MarketEvent Levels(OrderBookLevels levels) =>
        MarketEvent.OfBookUpdate(ExchangeId.BinanceSpot, new InstrumentIndex(0), At(3), At(3), levels);

    private static EngineStep Quiet(int number, long time) => new((ulong)number, At(time), [], [], [], [], false);

    private static string DigestOf(MarketEvent[] events) =>
        DigestOf([.. events.Select((market, at) => (market, Quiet(at, market.TimeExchange.UnixNanos)))]);

    private static string DigestOf(params (MarketEvent Market, EngineStep Step)[] rows)
    {
        var digest = new AuditDigest();
        foreach (var (market, step) in rows)
        {
            digest.Add(market, step);
        }

        return digest.ToHex();
    }
}
