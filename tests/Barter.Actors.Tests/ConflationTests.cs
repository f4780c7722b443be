using Barter.Actors.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests;

public sealed class ConflationTests
{
    private readonly Conflation _waiting = new();

    [Theory]
    [InlineData("q0 q0", "q0:2", 1)]
    [InlineData("q0 q1 q0", "q0:3 q1:2", 1)]
    [InlineData("q0 t0 q0", "q0:1 t0:2 q0:3", 0)]
    [InlineData("q0 t1 q0", "q0:3 t1:2", 1)]
    [InlineData("q1 lost q1", "q1:1 lost q1:3", 0)]
    [InlineData("t0 t0 t0", "t0:1 t0:2 t0:3", 0)]
    public void A_quote_makes_way_for_the_next_one_and_overtakes_nothing_of_its_instrument(
        string added, string told, long conflated)
    {
        var at = 0;
        foreach (var word in added.Split(' '))
        {
            _waiting.Add(Event(word, ++at), isBehind: true);
        }

        Assert.Equal(told, string.Join(' ', _waiting.Take(100).Select(Text)));
        Assert.Equal(conflated, _waiting.Conflated);
    }

    [Fact]
    public void An_engine_that_keeps_up_gets_every_quote()
    {
        _waiting.Add(Event("q0", 1), isBehind: false);
        _waiting.Add(Event("q0", 2), isBehind: false);

        Assert.Equal(2, _waiting.Take(100).Count);
    }

    [Fact]
    public void What_waits_all_the_time_is_told_in_its_order_for_ever()
    {
        var told = 0;
        for (var at = 1; at <= 100_000; at++)
        {
            _waiting.Add(Event(at % 3 == 0 ? "q0" : "t0", at), isBehind: true);
            if (_waiting.Count > 50)
            {
                Assert.All(_waiting.Take(7), market => Assert.Equal(++told, (int)market.TimeExchange.UnixNanos));
            }
        }

        Assert.Equal(100_000, told + _waiting.Count);
    }

    private static MarketEvent Event(string word, int at)
    {
        var (instrument, time) = (new InstrumentIndex(word[^1] - '0'), new Timestamp(at));
        return word[0] switch
        {
            'q' => MarketEvent.OfL1(
                ExchangeId.BinanceSpot, instrument, time, time,
                new OrderBookL1(time, new Level(1m, 1m), new Level(2m, 1m))),
            't' => MarketEvent.OfTrade(ExchangeId.BinanceSpot, instrument, time, time, at, 1m, 1m, Side.Buy),
            _ => MarketEvent.Reconnecting(ExchangeId.BinanceSpot),
        };
    }

    private static string Text(MarketEvent market) => market.IsReconnecting
        ? "lost"
        : (market.Kind == MarketEventKind.Trade ? "t" : "q")
            + $"{market.Instrument.Value}:{market.TimeExchange.UnixNanos}";
}
