using System.Globalization;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

/// <summary>A format as a plain program would write it, column by column.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="File">A name that fits.</param>
/// <param name="Header">The first line; empty where there is none.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="NanosPerUnit">The smallest step of its times.</param>
/// <param name="Cells">
/// What stands in a row; null, or what begins with ?, is a column that says nothing more: anything may stand there.
/// </param>
internal sealed record WrittenFormat(
    string Name, string File, string Header, MarketEventKind Kind, long NanosPerUnit,
    Func<MarketEvent, string?[]> Cells)
{
    private const long Micro = 1_000;
    private const long Milli = 1_000_000;

    private static readonly Timestamp Midnight = Timestamp.Parse("2025-03-04T00:00:00Z");

    /// <summary>How long the time is between two bars.</summary>
    public static readonly TimeSpan BarLength = TimeSpan.FromMinutes(1);

    private const string Tardis = "exchange,symbol,timestamp,local_timestamp,";

    /// <summary>Whether rows tell when we heard of them.</summary>
    public bool HasReceived { get; init; }

    /// <summary>Whether rows tell who took.</summary>
    public bool HasSide { get; init; } = true;

    /// <summary>Whether rows tell which trade it is.</summary>
    public bool HasId { get; init; } = true;

    public bool HasTradeCount { get; init; }

    public static IReadOnlyList<WrittenFormat> All { get; } =
    [
        new("binance-trades", "BTCUSDT-trades-2025-03-04.csv", "", MarketEventKind.Trade, Micro, row =>
            [row.Trade.Id, Text(row.TradePrice), Text(row.TradeAmount), null, Count(row.TimeExchange, Micro),
                Flag(row.TradeSide == Side.Sell, "True", "False"), "?True"]),
        new("binance-futures-trades", "any.csv", "id,price,qty,quote_qty,time,is_buyer_maker",
            MarketEventKind.Trade, Milli, row =>
            [row.Trade.Id, Text(row.TradePrice), Text(row.TradeAmount), null, Count(row.TimeExchange, Milli),
                Flag(row.TradeSide == Side.Sell, "true", "false")]),
        new("binance-agg-trades", "any.csv", "", MarketEventKind.Trade, Milli, row =>
            [row.Trade.Id, Text(row.TradePrice), Text(row.TradeAmount), null, null, Count(row.TimeExchange, Milli),
                Flag(row.TradeSide == Side.Sell, "True", "False"), "?True"]),
        new("binance-klines", "any.csv", "", MarketEventKind.Candle, 60_000 * Milli, row =>
            [Count(row.TimeExchange - BarLength, Milli), Text(row.Candle.Open), Text(row.Candle.High),
                Text(row.Candle.Low), Text(row.Candle.Close), Text(row.Candle.Volume),
                Count(row.TimeExchange.AddNanos(-Milli), Milli), null, row.Candle.TradeCount.ToString(null, null),
                null, null, null]) { HasTradeCount = true },
        new("binance-book-ticker", "any.csv",
            "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time",
            MarketEventKind.OrderBookL1, Milli, row =>
            [null, Text(row.BidPrice), Text(row.BidAmount), Text(row.AskPrice), Text(row.AskAmount),
                Count(row.TimeExchange, Milli), Count(row.TimeReceived, Milli)]) { HasReceived = true },
        new("tardis-trades", "any.csv", Tardis + "id,side,price,amount", MarketEventKind.Trade, Micro, row =>
            [.. TardisStart(row), row.Trade.Id, row.TradeSide == Side.Buy ? "buy" : "sell", Text(row.TradePrice),
                Text(row.TradeAmount)]) { HasReceived = true },
        new("tardis-liquidations", "x_liquidations_x.csv", Tardis + "id,side,price,amount",
            MarketEventKind.Liquidation, Micro, row =>
            [.. TardisStart(row), null, row.TradeSide == Side.Buy ? "buy" : "sell", Text(row.TradePrice),
                Text(row.TradeAmount)]) { HasReceived = true },
        new("tardis-quotes", "any.csv", Tardis + "ask_amount,ask_price,bid_price,bid_amount",
            MarketEventKind.OrderBookL1, Micro, row =>
            [.. TardisStart(row), .. Side2(row.L1.BestAsk, isPriceFirst: false), .. Side2(row.L1.BestBid, true)])
            { HasReceived = true },
        new("tardis-book-snapshot", "any.csv",
            Tardis + "asks[0].price,asks[0].amount,bids[0].price,bids[0].amount,asks[1].price,asks[1].amount,"
            + "bids[1].price,bids[1].amount", MarketEventKind.OrderBookSnapshot, Micro, row =>
            [.. TardisStart(row), .. Levels(row.Levels, 0), .. Levels(row.Levels, 1)]) { HasReceived = true },
        new("trades", "any.csv", "Time;Side;Price;Size;Trade ID", MarketEventKind.Trade, 1, row =>
            [row.TimeExchange.ToString(), row.TradeSide == Side.Buy ? "B" : "S", Text(row.TradePrice),
                Text(row.TradeAmount), row.Trade.Id]),
        new("bare-trades", "any.csv", "ts,px,qty", MarketEventKind.Trade, 1, row =>
            [Count(row.TimeExchange, 1), Text(row.TradePrice), Text(row.TradeAmount)])
            { HasSide = false, HasId = false },
        new("quotes", "any.csv", "timestamp,bid,ask,bid_size,ask_size", MarketEventKind.OrderBookL1, Micro, row =>
            [row.TimeExchange.ToString().Replace('T', ' ').TrimEnd('Z'), Text(row.BidPrice), Text(row.AskPrice),
                Text(row.BidAmount), Text(row.AskAmount)]),
        new("bars", "any.csv", "timestamp,open,high,low,close,volume", MarketEventKind.Candle, 60_000 * Milli, row =>
            [(row.TimeExchange - BarLength).ToString(), .. Prices(row.Candle)]),
        new("lean-bars", "20250304_btcusdt_minute_trade.csv", "", MarketEventKind.Candle, 60_000 * Milli, row =>
            [SinceMidnight(row.TimeExchange - BarLength), .. Prices(row.Candle)]),
        new("lean-trades", "20250304_btcusdt_tick_trade.csv", "", MarketEventKind.Trade, Milli, row =>
            [SinceMidnight(row.TimeExchange), Text(row.TradePrice), Text(row.TradeAmount)])
            { HasSide = false, HasId = false },
        new("lean-quotes", "20250304_btcusdt_tick_quote.csv", "", MarketEventKind.OrderBookL1, Milli, row =>
            [SinceMidnight(row.TimeExchange), Text(row.BidPrice), Text(row.BidAmount), Text(row.AskPrice),
                Text(row.AskAmount)]),
        new("lean-quote-bars", "20250304_btcusdt_second_quote.csv", "", MarketEventKind.OrderBookL1, Milli, row =>
            [SinceMidnight(row.TimeExchange - TimeSpan.FromSeconds(1)), null, null, null, Text(row.BidPrice),
                Text(row.BidAmount), null, null, null, Text(row.AskPrice), Text(row.AskAmount)]),
    ];

    public static WrittenFormat Of(string name) => All.Single(row => row.Name == name);

    public char Separator => Header.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    /// <summary>Events that the format can tell.</summary>
    public MarketEvent[] Draw(SeededDraws draws, int count)
    {
        var time = Midnight.AddNanos(3_600 * Timestamp.NanosPerSecond);
        var (price, side) = (0m, Side.Buy);
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            time = time.AddNanos(NanosPerUnit * (Kind == MarketEventKind.Candle ? 1 : draws.Between(0, 900)));
            var received = HasReceived ? time.AddNanos(NanosPerUnit * draws.Between(0, 900)) : time;
            var before = price;
            price = Amount(draws);
            side = HasSide ? (Side)draws.Below(2) : Inferred(price, before, side);
            return Event(draws, number, time, received, price, side);
        })];
    }

    /// <summary>The whole file.</summary>
    public string Write(IEnumerable<MarketEvent> events, string lineEnd = "\n") => string.Concat(
        events.Select(row => string.Join(Separator, Cells(row).Select(cell => cell?.TrimStart('?') ?? "7")))
            .Prepend(Header).Where(line => line.Length > 0).Select(line => line + lineEnd));

    private static Side Inferred(decimal price, decimal before, Side side) =>
        price > before ? Side.Buy : price < before ? Side.Sell : side;

    private static decimal Amount(SeededDraws draws) =>
        new((int)draws.Between(1, 2_000_000_000), (int)draws.Below(3), 0, false, (byte)draws.Below(9));

    private MarketEvent Event(
        SeededDraws draws, int number, Timestamp time, Timestamp received, decimal price, Side side)
    {
        var (exchange, btc, more) = (ExchangeId.BinanceSpot, Imported.Btc, price + Amount(draws));
        switch (Kind)
        {
            case MarketEventKind.Trade:
                return MarketEvent.OfTrade(
                    exchange, btc, time, received, HasId ? 4_000_000_000 + number : number, price, Amount(draws), side);
            case MarketEventKind.Liquidation:
                return MarketEvent.OfLiquidation(
                    exchange, btc, time, received, new Liquidation(side, price, Amount(draws), time));
            case MarketEventKind.OrderBookL1:
                return MarketEvent.OfL1(
                    exchange, btc, time, received,
                    new OrderBookL1(
                        time, new Level(price, Amount(draws)),
                        Name == "tardis-quotes" && draws.Below(4) == 0 ? null : new Level(more, Amount(draws))));
            case MarketEventKind.Candle:
                return MarketEvent.OfCandle(
                    exchange, btc, time, time,
                    new Candle(time, price, more, price, more, Amount(draws), HasTradeCount ? (ulong)number : 0));
            default:
                ValueList<Level> bids = [new Level(more, Amount(draws)), new Level(price, Amount(draws))];
                ValueList<Level> asks = draws.Below(3) == 0
                    ? [new Level(price, 1m)] : [new Level(price, 1m), new Level(more, 0m)];
                return MarketEvent.OfBookSnapshot(
                    exchange, btc, time, received, new OrderBookLevels((ulong)number, null, bids, asks));
        }
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value, string yes, string no) => value ? yes : no;

    private static string Count(Timestamp time, long nanos) =>
        (time.UnixNanos / nanos).ToString(CultureInfo.InvariantCulture);

    private static string SinceMidnight(Timestamp time) =>
        Count(new Timestamp(time.UnixNanos - Midnight.UnixNanos), Milli);

    private static string?[] TardisStart(MarketEvent row) =>
        [null, "BTCUSDT", Count(row.TimeExchange, Micro), Count(row.TimeReceived, Micro)];

    private static string?[] Side2(Level? level, bool isPriceFirst) => level is not { } at ? ["", ""]
        : isPriceFirst ? [Text(at.Price), Text(at.Amount)] : [Text(at.Amount), Text(at.Price)];

    private static string?[] Levels(OrderBookLevels book, int depth) =>
        [.. Side2(depth < book.Asks.Count ? book.Asks[depth] : null, true),
            .. Side2(depth < book.Bids.Count ? book.Bids[depth] : null, true)];

    private static string?[] Prices(Candle candle) =>
        [Text(candle.Open), Text(candle.High), Text(candle.Low), Text(candle.Close), Text(candle.Volume)];
}
