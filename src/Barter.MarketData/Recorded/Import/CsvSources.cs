namespace Barter.MarketData.Recorded.Import;

/// <summary>The formats that are known by name.</summary>
internal static class CsvSources
{
    private const string Tardis = "exchange,symbol,timestamp,local_timestamp,";
    private const string TardisPlaces = ",symbol,time,received,";

    public static readonly CsvSource BinanceTrades = new(
        "binance-trades", RowKind.Trades,
        "id,price,qty,quote_qty,time,is_buyer_maker", "id,price,amount,,time,buyer_is_maker");

    public static readonly CsvSource BinanceAggTrades = new(
        "binance-agg-trades", RowKind.Trades,
        "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker",
        "id,price,amount,,,time,buyer_is_maker");

    public static readonly CsvSource BinanceKlines = new(
        "binance-klines", RowKind.Bars,
        "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,"
        + "ignore",
        "time,open,high,low,close,volume,close_time,,trade_count");

    public static readonly CsvSource BinanceBookTicker = new(
        "binance-book-ticker", RowKind.Quotes,
        "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time",
        ",bid,bid_amount,ask,ask_amount,time,received");

    public static readonly CsvSource TardisTrades = new(
        "tardis-trades", RowKind.Trades, Tardis + "id,side,price,amount", TardisPlaces + "id,side,price,amount")
    {
        Unit = TimeUnit.Microseconds,
    };

    public static readonly CsvSource TardisLiquidations = TardisTrades with
    {
        Name = "tardis-liquidations",
        Kind = RowKind.Liquidations,
    };

    public static readonly CsvSource TardisBookSnapshots = new(
        "tardis-book-snapshot", RowKind.BookSnapshots,
        Tardis + "asks[0].price,asks[0].amount,bids[0].price,bids[0].amount", TardisPlaces.TrimEnd(','))
    {
        Unit = TimeUnit.Microseconds,
    };

    public static readonly CsvSource LeanBars = new(
        "lean-bars", RowKind.Bars, "", "time,open,high,low,close,volume")
    {
        IsSinceMidnight = true,
    };

    public static readonly CsvSource LeanQuoteBars = new(
        "lean-quote-bars", RowKind.Quotes, "", "time,,,,bid,bid_amount,,,,ask,ask_amount")
    {
        IsSinceMidnight = true,
    };

    public static readonly CsvSource LeanTrades = new(
        "lean-trades", RowKind.Trades, "", "time,price,amount")
    {
        IsSinceMidnight = true,
    };

    public static readonly CsvSource LeanQuotes = new(
        "lean-quotes", RowKind.Quotes, "", "time,bid,bid_amount,ask,ask_amount")
    {
        IsSinceMidnight = true,
    };

    /// <summary>All of them; what comes first counts where two have the same header.</summary>
    public static IReadOnlyList<CsvSource> All { get; } =
    [
        BinanceTrades, BinanceAggTrades, BinanceKlines, BinanceBookTicker,
        TardisTrades, TardisLiquidations,
        new(
            "tardis-quotes", RowKind.Quotes,
            Tardis + "ask_amount,ask_price,bid_price,bid_amount", TardisPlaces + "ask_amount,ask,bid,bid_amount")
        {
            Unit = TimeUnit.Microseconds,
        },
        TardisBookSnapshots,
        new(
            "tardis-incremental-l2", RowKind.BookUpdates,
            Tardis + "is_snapshot,side,price,amount", TardisPlaces + "is_snapshot,side,price,amount")
        {
            Unit = TimeUnit.Microseconds,
        },
        LeanBars, LeanQuoteBars, LeanTrades, LeanQuotes,
    ];

    public static CsvSource? Find(string name) => All
        .FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.Ordinal));
}
