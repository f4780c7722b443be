using System.Globalization;
using System.IO.Compression;
using Barter.Model;

namespace Barter.MarketData;

/// <summary>Writes events as a table of comma-separated values, for programs that read nothing else.</summary>
/// <remarks>
/// One row an event, but for books one row a level, whose side says on which side it is, and a row without price where
/// there is none. Columns that an event does not have are empty. Numbers have the digits that they came with. A path
/// that ends in <c>.gz</c> is zipped. The file is complete once the writer is disposed.
/// </remarks>
public sealed class MarketDataCsvWriter : IDisposable
{
    /// <summary>The first line.</summary>
    public const string Header =
        "kind,time_exchange,time_received,exchange,instrument,id,side,price,amount,"
        + "bid_price,bid_amount,ask_price,ask_amount,open,high,low,close,volume,trades,time";

    private readonly InstrumentCatalog _catalog;
    private readonly StreamWriter _target;

    /// <summary>Creates the file, or empties it.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public MarketDataCsvWriter(string path, InstrumentCatalog catalog)
    {
        _catalog = catalog;
        Stream file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        _target = new StreamWriter(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionLevel.Optimal)
            : file);
        WriteRow(Header);
    }

    /// <summary>Writes events in their order.</summary>
    public void Write(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly var marketEvent in events)
        {
            Write(marketEvent);
        }
    }

    public void Write(in MarketEvent told)
    {
        if (told.IsReconnecting)
        {
            WriteRow($"reconnecting,,,{told.Exchange.ToWire()},,,,,,,,,,,,,,,,");
            return;
        }

        var head = $"{told.TimeExchange},{told.TimeReceived},{told.Exchange.ToWire()},"
            + Quoted(_catalog[told.Instrument].Name);
        switch (told.Kind)
        {
            case MarketEventKind.Trade:
                var id = Quoted(told.Trade.Id);
                WriteRow(
                    $"trade,{head},{id},{Of(told.TradeSide)},{Of(told.TradePrice)},{Of(told.TradeAmount)},,,,,,,,,,,");
                break;
            case MarketEventKind.OrderBookL1:
                WriteRow($"l1,{head},,,,,{Quote(told)},,,,,,,{told.L1.LastUpdateTime}");
                break;
            case MarketEventKind.Candle:
                WriteCandle(head, told.Candle);
                break;
            case MarketEventKind.Liquidation:
                WriteRow(
                    $"liquidation,{head},,{Of(told.TradeSide)},{Of(told.TradePrice)},{Of(told.TradeAmount)},,,,,,,,,,,"
                    + told.Liquidation.Time);
                break;
            default:
                WriteBook(told.Kind == MarketEventKind.OrderBookSnapshot ? "book_snapshot" : "book_update", head,
                    told.Levels);
                break;
        }
    }

    public void Dispose() => _target.Dispose();

    private void WriteCandle(string head, in Candle candle) => WriteRow(
        $"candle,{head},,,,,,,,,{Of(candle.Open)},{Of(candle.High)},{Of(candle.Low)},{Of(candle.Close)},"
        + $"{Of(candle.Volume)},{candle.TradeCount.ToString(CultureInfo.InvariantCulture)},{candle.CloseTime}");

    private void WriteBook(string kind, string head, OrderBookLevels book)
    {
        var row = $"{kind},{head},{book.Sequence.ToString(CultureInfo.InvariantCulture)}";
        var time = book.TimeEngine?.ToString();
        foreach (var level in book.Bids)
        {
            WriteRow($"{row},bid,{Of(level.Price)},{Of(level.Amount)},,,,,,,,,,,{time}");
        }

        foreach (var level in book.Asks)
        {
            WriteRow($"{row},ask,{Of(level.Price)},{Of(level.Amount)},,,,,,,,,,,{time}");
        }

        if (book is { Bids.Count: 0, Asks.Count: 0 })
        {
            WriteRow($"{row},,,,,,,,,,,,,,{time}");
        }
    }

    private static string Quote(in MarketEvent told) =>
        (told.HasBid ? $"{Of(told.BidPrice)},{Of(told.BidAmount)}," : ",,")
        + (told.HasAsk ? $"{Of(told.AskPrice)},{Of(told.AskAmount)}" : ",");

    private static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Of(Side side) => side == Side.Buy ? "buy" : "sell";

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private void WriteRow(string row)
    {
        _target.Write(row);
        _target.Write('\n');
    }
}
