using Barter.Model;
using Barter.Model.Tests.Json;

namespace Barter.Journal.Tests;

/// <summary>Entries at random, from a seed.</summary>
internal sealed class Dice(int seed)
{
    private static readonly EngineEvent[] Events =
        [.. Samples.EngineEvents.Select(row => row.Event).Where(told => told is not EngineEvent.Market)];

    private readonly Random _random = new(seed);
    private long _time = 1_700_000_000_000_000_000;

    /// <summary>The seed of seeded tests; the variable BARTER_SEED overrides it.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed) ? seed : 20_250_706;

    public int Below(int bound) => _random.Next(bound);

    public bool OneIn(int count) => _random.Next(count) == 0;

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    public JournalEntry Entry()
    {
        var now = Time();
        return _random.Next(12) switch
        {
            0 => new JournalEntry.Started(now, $$"""{"plan":"{{_random.Next()}} äöü"}"""),
            1 or 2 => new JournalEntry.Entered(now, Events[_random.Next(Events.Length)], _random.Next(3)),
            3 => new JournalEntry.MarketRead(now, _random.NextInt64()),
            4 => new JournalEntry.OpenIntended(now, (ulong)_random.NextInt64(), OneOf(Samples.OpenRequests).Request),
            5 => new JournalEntry.CancelIntended(now, ulong.MaxValue, OneOf(Samples.CancelRequests).Request),
            6 => new JournalEntry.Sent(now, new ClientOrderId($"s-{_random.Next()}"), OneIn(2)),
            7 => new JournalEntry.Ended(now, OneIn(2) ? "" : "said so"),
            _ => new JournalEntry.Entered(now, new EngineEvent.Market(Market()), 0),
        };
    }

    public MarketEvent Market()
    {
        var kind = (MarketEventKind)_random.Next(Enum.GetValues<MarketEventKind>().Length);
        var exchange = (ExchangeId)_random.Next(Enum.GetValues<ExchangeId>().Length);
        var (index, time, received) = (new InstrumentIndex(OneIn(5) ? _random.Next() : Below(20)), Time(), Time());
        return kind switch
        {
            MarketEventKind.Reconnecting => MarketEvent.Reconnecting(exchange),
            MarketEventKind.Trade => MarketEvent.OfTrade(
                exchange, index, time, received, new PublicTrade(TradeId(), Decimal(), Decimal(), Side())),
            MarketEventKind.OrderBookL1 => MarketEvent.OfL1(
                exchange, index, time, received,
                new OrderBookL1(Time(), OneIn(3) ? null : Made(), OneIn(3) ? null : Made())),
            MarketEventKind.OrderBookSnapshot => MarketEvent.OfBookSnapshot(exchange, index, time, received, Levels()),
            MarketEventKind.OrderBookUpdate => MarketEvent.OfBookUpdate(exchange, index, time, received, Levels()),
            MarketEventKind.Candle => MarketEvent.OfCandle(
                exchange, index, time, received,
                new Candle(
                    Time(), Decimal(), Decimal(), Decimal(), Decimal(), Decimal(), (ulong)_random.NextInt64())),
            _ => MarketEvent.OfLiquidation(
                exchange, index, time, received, new Liquidation(Side(), Decimal(), Decimal(), Time())),
        };
    }

    private T OneOf<T>(IEnumerable<T> items) => items.ToArray() is var all ? all[_random.Next(all.Length)] : default!;

    private Timestamp Time()
    {
        _time += _random.Next(2_000_000) - 1_000;
        return OneIn(50) ? OneOf([Timestamp.MinValue, Timestamp.MaxValue, Timestamp.Epoch]) : new Timestamp(_time);
    }

    private Side Side() => OneIn(2) ? Model.Side.Buy : Model.Side.Sell;

    private string TradeId() => _random.Next(4) switch
    {
        0 => "t-" + _random.Next(),
        1 => "00" + _random.Next(),
        2 => "\ud800 no text",
        _ => _random.NextInt64(long.MinValue, long.MaxValue).ToString(null, null),
    };

    private decimal Decimal() => new(
        _random.Next(), OneIn(2) ? 0 : _random.Next(), OneIn(3) ? _random.Next() : 0, OneIn(2), (byte)Below(29));

    private Level Level() => OneIn(20) ? default : Made();

    private Level Made() =>
        new(Math.Abs(Decimal()) is var price and not 0m ? price : 1.00m, Math.Abs(Decimal()));

    private OrderBookLevels Levels() => new(
        (ulong)_random.NextInt64(), OneIn(2) ? null : Time(),
        Enumerable.Range(0, Below(12)).Select(_ => Level()).ToValueList(),
        Enumerable.Range(0, Below(12)).Select(_ => Level()).ToValueList());
}
