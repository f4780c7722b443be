using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Barter.Model;

namespace Barter.MarketData;

/// <summary>Writes events as <see cref="RecordedMarketData"/> reads them: one JSON object a line.</summary>
/// <remarks>
/// Instruments are named. A path that ends in <c>.gz</c> is zipped. The file is complete once the writer is disposed.
/// </remarks>
public sealed class MarketDataWriter : IDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly InstrumentCatalog _catalog;
    private readonly Stream _target;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes * 2);
    private readonly Utf8JsonWriter _json;
    private bool _disposed;

    /// <summary>Creates the file, or empties it.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public MarketDataWriter(string path, InstrumentCatalog catalog)
        : this(Create(path), catalog)
    {
    }

    /// <summary>Writes plain text to a stream, which is disposed with the writer.</summary>
    public MarketDataWriter(Stream target, InstrumentCatalog catalog)
    {
        (_target, _catalog) = (target, catalog);
        _json = new Utf8JsonWriter(_buffer);
    }

    /// <summary>Writes events in their order.</summary>
    /// <exception cref="ArgumentException">See the other overload; what came before the event is written.</exception>
    public void Write(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly var marketEvent in events)
        {
            Write(marketEvent);
        }
    }

    /// <exception cref="ArgumentException">The catalog has no such instrument of that exchange.</exception>
    public void Write(in MarketEvent marketEvent)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!marketEvent.IsReconnecting
            && (!_catalog.Contains(marketEvent.Instrument)
                || _catalog[marketEvent.Instrument].ExchangeId != marketEvent.Exchange))
        {
            throw new ArgumentException(
                $"{marketEvent.Instrument} is not an instrument of {marketEvent.Exchange.ToWire()} in the catalog",
                nameof(marketEvent));
        }

        WriteElement(marketEvent);
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushBytes)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        using (_target)
        {
            Flush();
            _json.Dispose();
        }
    }

    private static Stream Create(string path)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionLevel.Optimal)
            : file;
    }

    private void Flush()
    {
        _target.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private void WriteElement(in MarketEvent marketEvent)
    {
        _json.Reset();
        _json.WriteStartObject();
        if (marketEvent.IsReconnecting)
        {
            _json.WriteString("Reconnecting"u8, marketEvent.Exchange.ToWire());
        }
        else
        {
            _json.WriteStartObject("Item"u8);
            _json.WriteString("time_exchange"u8, marketEvent.TimeExchange.ToString());
            _json.WriteString("time_received"u8, marketEvent.TimeReceived.ToString());
            _json.WriteString("exchange"u8, marketEvent.Exchange.ToWire());
            _json.WriteString("instrument"u8, _catalog[marketEvent.Instrument].Name);
            _json.WriteStartObject("kind"u8);
            WriteKind(marketEvent);
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    private void WriteKind(in MarketEvent marketEvent)
    {
        switch (marketEvent.Kind)
        {
            case MarketEventKind.Trade:
                WriteTrade(marketEvent.Trade);
                break;
            case MarketEventKind.OrderBookL1:
                WriteL1(marketEvent.L1);
                break;
            case MarketEventKind.Candle:
                WriteCandle(marketEvent.Candle);
                break;
            case MarketEventKind.Liquidation:
                WriteLiquidation(marketEvent.Liquidation);
                break;
            default:
                WriteBook(marketEvent.Kind, marketEvent.Levels);
                break;
        }
    }

    private void WriteTrade(in PublicTrade trade)
    {
        _json.WriteStartObject("Trade"u8);
        _json.WriteString("id"u8, trade.Id);
        _json.WriteNumber("price"u8, trade.Price);
        _json.WriteNumber("amount"u8, trade.Amount);
        _json.WriteString("side"u8, trade.Side.ToString());
        _json.WriteEndObject();
    }

    private void WriteL1(in OrderBookL1 book)
    {
        _json.WriteStartObject("OrderBookL1"u8);
        _json.WriteString("last_update_time"u8, book.LastUpdateTime.ToString());
        _json.WritePropertyName("best_bid"u8);
        WriteLevel(book.BestBid);
        _json.WritePropertyName("best_ask"u8);
        WriteLevel(book.BestAsk);
        _json.WriteEndObject();
    }

    private void WriteBook(MarketEventKind kind, OrderBookLevels book)
    {
        _json.WriteStartObject("OrderBook"u8);
        _json.WriteStartObject(kind == MarketEventKind.OrderBookSnapshot ? "Snapshot"u8 : "Update"u8);
        _json.WriteNumber("sequence"u8, book.Sequence);
        _json.WritePropertyName("time_engine"u8);
        _json.WriteStringValue(book.TimeEngine?.ToString());
        WriteSide("bids", book.Bids);
        WriteSide("asks", book.Asks);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteSide(string name, ValueList<Level> levels)
    {
        _json.WriteStartObject(name);
        _json.WriteStartArray("levels"u8);
        foreach (var level in levels)
        {
            WriteLevel(level);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    // Books are decimals, which are texts in this layout; trades and candles are numbers
    private void WriteLevel(Level? level)
    {
        if (level is not { } at)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartObject();
        _json.WriteString("price"u8, DecimalText.Format(at.Price));
        _json.WriteString("amount"u8, DecimalText.Format(at.Amount));
        _json.WriteEndObject();
    }

    private void WriteCandle(in Candle candle)
    {
        _json.WriteStartObject("Candle"u8);
        _json.WriteString("close_time"u8, candle.CloseTime.ToString());
        _json.WriteNumber("open"u8, candle.Open);
        _json.WriteNumber("high"u8, candle.High);
        _json.WriteNumber("low"u8, candle.Low);
        _json.WriteNumber("close"u8, candle.Close);
        _json.WriteNumber("volume"u8, candle.Volume);
        _json.WriteNumber("trade_count"u8, candle.TradeCount);
        _json.WriteEndObject();
    }

    private void WriteLiquidation(in Liquidation liquidation)
    {
        _json.WriteStartObject("Liquidation"u8);
        _json.WriteString("side"u8, liquidation.Side.ToString());
        _json.WriteNumber("price"u8, liquidation.Price);
        _json.WriteNumber("quantity"u8, liquidation.Quantity);
        _json.WriteString("time"u8, liquidation.Time.ToString());
        _json.WriteEndObject();
    }
}
