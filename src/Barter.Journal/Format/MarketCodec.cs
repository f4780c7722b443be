using System.Diagnostics;
using Barter.Model;

namespace Barter.Journal;

/// <summary>Market events in binary: exact to the trailing zero, and nothing is allocated to write them.</summary>
internal static class MarketCodec
{
    private const int FixedBytesMax = 1 + 8 + 1 + (8 * BodyWriter.VariableBytesMax) + (6 * BodyWriter.DecimalBytesMax);
    private const int LevelBytesMax = 2 * BodyWriter.DecimalBytesMax;
    private const int LevelBytesMin = 2 * 5;

    private const byte SideBit = 1;
    private const byte TextBit = 2;
    private const byte BidBit = 1;
    private const byte AskBit = 2;

    /// <summary>Room that is enough for the event.</summary>
    public static int BytesMax(in MarketEvent told) => FixedBytesMax + told.Kind switch
    {
        MarketEventKind.Trade when told.TradeIdText is { } id => id.Length * sizeof(char),
        MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate =>
            (told.Levels.Bids.Count + told.Levels.Asks.Count) * LevelBytesMax,
        _ => 0,
    };

    /// <summary>Writes a whole body; gives its length.</summary>
    public static int Write(Span<byte> room, Timestamp now, in MarketEvent told)
    {
        var writer = new BodyWriter(room);
        writer.Byte((byte)((byte)EntryKind.Market + (byte)told.Kind));
        writer.Int64(now.UnixNanos);
        writer.Byte((byte)told.Exchange);
        if (told.Kind == MarketEventKind.Reconnecting)
        {
            return writer.Length;
        }

        writer.Signed(told.Instrument.Value);
        writer.Time(told.TimeExchange, now);
        writer.Time(told.TimeReceived, told.TimeExchange);
        switch (told.Kind)
        {
            case MarketEventKind.Trade:
                WriteTrade(ref writer, told);
                break;
            case MarketEventKind.OrderBookL1:
                WriteL1(ref writer, told);
                break;
            case MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate:
                WriteBook(ref writer, told);
                break;
            case MarketEventKind.Candle:
                WriteCandle(ref writer, told);
                break;
            case MarketEventKind.Liquidation:
                writer.Byte((byte)told.TradeSide);
                writer.Decimal(told.TradePrice);
                writer.Decimal(told.TradeAmount);
                writer.Time(told.Liquidation.Time, told.TimeExchange);
                break;
            default:
                throw new UnreachableException($"no binary for {told.Kind}");
        }

        return writer.Length;
    }

    /// <summary>Reads what stands behind kind and time.</summary>
    public static MarketEvent Read(ref BodyReader reader, MarketEventKind kind, Timestamp now)
    {
        var exchange = (ExchangeId)reader.Byte();
        if (exchange > ExchangeId.Poloniex)
        {
            throw new FormatException($"{(byte)exchange} is no exchange");
        }

        if (kind == MarketEventKind.Reconnecting)
        {
            return MarketEvent.Reconnecting(exchange);
        }

        var number = reader.Signed();
        var instrument = new InstrumentIndex(number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new FormatException($"{number} is no instrument"));
        var exchanged = reader.Time(now);
        var received = reader.Time(exchanged);
        return kind switch
        {
            MarketEventKind.Trade => ReadTrade(ref reader, exchange, instrument, exchanged, received),
            MarketEventKind.OrderBookL1 =>
                MarketEvent.OfL1(exchange, instrument, exchanged, received, ReadL1(ref reader, exchanged)),
            MarketEventKind.OrderBookSnapshot =>
                MarketEvent.OfBookSnapshot(exchange, instrument, exchanged, received, ReadBook(ref reader, exchanged)),
            MarketEventKind.OrderBookUpdate =>
                MarketEvent.OfBookUpdate(exchange, instrument, exchanged, received, ReadBook(ref reader, exchanged)),
            MarketEventKind.Candle =>
                MarketEvent.OfCandle(exchange, instrument, exchanged, received, ReadCandle(ref reader, exchanged)),
            MarketEventKind.Liquidation => MarketEvent.OfLiquidation(
                exchange, instrument, exchanged, received, ReadLiquidation(ref reader, exchanged)),
            _ => throw new FormatException($"{kind} is no kind of market event"),
        };
    }

    private static void WriteTrade(ref BodyWriter writer, in MarketEvent told)
    {
        var id = told.TradeIdText;
        writer.Byte((byte)((told.TradeSide == Side.Sell ? SideBit : 0) | (id is null ? 0 : TextBit)));
        if (id is null)
        {
            writer.Signed(told.TradeNumber);
        }
        else
        {
            writer.Text(id);
        }

        writer.Decimal(told.TradePrice);
        writer.Decimal(told.TradeAmount);
    }

    private static MarketEvent ReadTrade(
        ref BodyReader reader, ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received)
    {
        var flags = reader.Byte();
        if (flags > (SideBit | TextBit))
        {
            throw new FormatException($"{flags} starts no trade");
        }

        var side = (flags & SideBit) != 0 ? Side.Sell : Side.Buy;
        if ((flags & TextBit) == 0)
        {
            var number = reader.Signed();
            return MarketEvent.OfTrade(
                exchange, instrument, exchanged, received, number, reader.Decimal(), reader.Decimal(), side);
        }

        var id = reader.Text();
        var trade = new PublicTrade(id, reader.Decimal(), reader.Decimal(), side);
        return MarketEvent.OfTrade(exchange, instrument, exchanged, received, trade);
    }

    private static void WriteL1(ref BodyWriter writer, in MarketEvent told)
    {
        writer.Byte((byte)((told.HasBid ? BidBit : 0) | (told.HasAsk ? AskBit : 0)));
        writer.Time(told.L1.LastUpdateTime, told.TimeExchange);
        if (told.HasBid)
        {
            writer.Decimal(told.BidPrice);
            writer.Decimal(told.BidAmount);
        }

        if (told.HasAsk)
        {
            writer.Decimal(told.AskPrice);
            writer.Decimal(told.AskAmount);
        }
    }

    private static OrderBookL1 ReadL1(ref BodyReader reader, Timestamp exchanged)
    {
        var flags = reader.Byte();
        if (flags > (BidBit | AskBit))
        {
            throw new FormatException($"{flags} starts no top of a book");
        }

        var updated = reader.Time(exchanged);
        Level? bid = (flags & BidBit) != 0 ? ReadLevel(ref reader) : null;
        Level? ask = (flags & AskBit) != 0 ? ReadLevel(ref reader) : null;
        return new OrderBookL1(updated, bid, ask);
    }

    private static void WriteBook(ref BodyWriter writer, in MarketEvent told)
    {
        var book = told.Levels;
        writer.Variable(book.Sequence);
        writer.Byte(book.TimeEngine is null ? (byte)0 : (byte)1);
        if (book.TimeEngine is { } engine)
        {
            writer.Time(engine, told.TimeExchange);
        }

        WriteLevels(ref writer, book.Bids);
        WriteLevels(ref writer, book.Asks);
    }

    private static OrderBookLevels ReadBook(ref BodyReader reader, Timestamp exchanged)
    {
        var sequence = reader.Variable();
        Timestamp? engine = reader.Byte() switch
        {
            0 => null,
            1 => reader.Time(exchanged),
            var flag => throw new FormatException($"{flag} starts no book"),
        };
        var bids = ReadLevels(ref reader);
        return new OrderBookLevels(sequence, engine, bids, ReadLevels(ref reader));
    }

    private static void WriteLevels(ref BodyWriter writer, ValueList<Level> levels)
    {
        writer.Variable((ulong)levels.Count);
        foreach (var level in levels)
        {
            writer.Decimal(level.Price);
            writer.Decimal(level.Amount);
        }
    }

    private static ValueList<Level> ReadLevels(ref BodyReader reader)
    {
        var levels = new Level[reader.Count(LevelBytesMin)];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = ReadLevel(ref reader);
        }

        return ValueList.Create(levels.AsSpan());
    }

    // A level that nobody made has a price of zero, which none that is made may have
    private static Level ReadLevel(ref BodyReader reader)
    {
        var (price, amount) = (reader.Decimal(), reader.Decimal());
        if (price > 0m && amount >= 0m)
        {
            return new Level(price, amount);
        }

        return price == 0m && amount == 0m ? default : throw new FormatException($"{price} x {amount} is no level");
    }

    private static void WriteCandle(ref BodyWriter writer, in MarketEvent told)
    {
        var candle = told.Candle;
        writer.Time(candle.CloseTime, told.TimeExchange);
        writer.Variable(candle.TradeCount);
        writer.Decimal(candle.Open);
        writer.Decimal(candle.High);
        writer.Decimal(candle.Low);
        writer.Decimal(candle.Close);
        writer.Decimal(candle.Volume);
    }

    private static Candle ReadCandle(ref BodyReader reader, Timestamp exchanged)
    {
        var (closed, trades) = (reader.Time(exchanged), reader.Variable());
        var (open, high, low, close) = (reader.Decimal(), reader.Decimal(), reader.Decimal(), reader.Decimal());
        return trades <= long.MaxValue
            ? new Candle(closed, open, high, low, close, reader.Decimal(), trades)
            : throw new FormatException($"{trades} is no number of trades");
    }

    private static Liquidation ReadLiquidation(ref BodyReader reader, Timestamp exchanged)
    {
        var side = reader.Byte();
        return side <= (byte)Side.Sell
            ? new Liquidation((Side)side, reader.Decimal(), reader.Decimal(), reader.Time(exchanged))
            : throw new FormatException($"{side} is no side");
    }
}
