using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests.Columnar;

/// <summary>Events of all kinds from a seed, usual and extreme ones.</summary>
internal sealed class SeededEvents(SeededDraws draws)
{
    private Timestamp _time = Given.Time;
    private long _number = 1_000;
    private decimal _price = 60_000.10m;

    public MarketEvent[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    public MarketEvent Next()
    {
        var row = Given.Catalog.Instruments[(int)draws.Below(Given.Catalog.Instruments.Count)];
        _time = OneIn(500) ? new Timestamp(Any()) : OneIn(40) ? _time - Step() : _time + Step();
        if (_time.UnixNanos is < 0 or > long.MaxValue / 2)
        {
            _time = Given.Time;
        }

        var (at, heard) = (_time, OneIn(200) ? new Timestamp(Any()) : _time.AddNanos(draws.Below(5_000_000)));
        return draws.Below(100) switch
        {
            0 => MarketEvent.Reconnecting(row.ExchangeId),
            < 40 => MarketEvent.OfTrade(
                row.ExchangeId, row.Index, at, heard, new PublicTrade(TradeId(), Price(), Number(), Side())),
            < 70 => MarketEvent.OfL1(
                row.ExchangeId, row.Index, at, heard, new OrderBookL1(at, MaybeLevel(), MaybeLevel())),
            < 75 => MarketEvent.OfBookSnapshot(row.ExchangeId, row.Index, at, heard, Book(30)),
            < 90 => MarketEvent.OfBookUpdate(row.ExchangeId, row.Index, at, heard, Book(4)),
            < 95 => MarketEvent.OfCandle(
                row.ExchangeId, row.Index, at, heard,
                new Candle(at, Price(), Price(), Price(), Price(), Number(), (ulong)(Any() & long.MaxValue))),
            _ => MarketEvent.OfLiquidation(
                row.ExchangeId, row.Index, at, heard, new Liquidation(Side(), Price(), Number(), heard)),
        };
    }

    private bool OneIn(int count) => draws.Below(count) == 0;

    private long Any() => unchecked((long)draws.Next());

    private TimeSpan Step() => new(draws.Below(OneIn(100) ? 1_000_000_000 : 100_000));

    private Side Side() => draws.Below(2) == 0 ? Model.Side.Buy : Model.Side.Sell;

    private string TradeId() => draws.Below(20) switch
    {
        0 => "",
        1 => $"a-\u00e9-{_number}",
        2 => "007",
        3 => $"{Any()}",
        _ => $"{_number += draws.Below(3)}",
    };

    private decimal Price()
    {
        if (OneIn(300))
        {
            return Math.Abs(AnyDecimal()) is var price && price > 0m ? price : 1m;
        }

        var next = _price + (draws.Below(41) - 20) * 0.01m;
        return _price = next > 0m ? next : 60_000.10m;
    }

    private decimal Number() => draws.Below(100) switch
    {
        0 => AnyDecimal(),
        1 => 0.000m,
        < 50 => new decimal((int)draws.Below(100_000), 0, 0, false, 5),
        _ => new decimal((int)draws.Below(100_000), 0, 0, false, (byte)draws.Below(9)),
    };

    private decimal AnyDecimal() => new(
        unchecked((int)Any()), unchecked((int)Any()), unchecked((int)Any()), OneIn(2), (byte)draws.Below(29));

    private Level? MaybeLevel() => OneIn(10) ? null : Level();

    private Level Level() => new(Price(), Math.Abs(Number()));

    private OrderBookLevels Book(int most) => new(
        unchecked((ulong)Any()),
        OneIn(2) ? null : new Timestamp(Any()),
        [.. Enumerable.Range(0, (int)draws.Below(most)).Select(_ => Level())],
        [.. Enumerable.Range(0, (int)draws.Below(most)).Select(_ => Level())]);
}
