using System.Text.Json;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads tops of books and books.</summary>
internal sealed class BookParser(ValueReader values)
{
    private readonly List<Level> _levels = [];

    public OrderBookL1 ParseL1(ref Utf8JsonReader reader)
    {
        Timestamp? updated = null;
        Level? bid = null;
        Level? ask = null;
        values.EnterObject(ref reader, "'OrderBookL1'");
        while (ValueReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("last_update_time"u8))
            {
                reader.Read();
                updated = values.Time(ref reader, "last_update_time");
            }
            else if (reader.ValueTextEquals("best_bid"u8))
            {
                reader.Read();
                bid = reader.TokenType == JsonTokenType.Null ? null : ParseLevel(ref reader, "'best_bid'");
            }
            else if (reader.ValueTextEquals("best_ask"u8))
            {
                reader.Read();
                ask = reader.TokenType == JsonTokenType.Null ? null : ParseLevel(ref reader, "'best_ask'");
            }
            else
            {
                reader.Skip();
            }
        }

        return new OrderBookL1(updated ?? throw values.Missing("an OrderBookL1", "last_update_time"), bid, ask);
    }

    public MarketEventKind ParseBook(ref Utf8JsonReader reader, out OrderBookLevels levels)
    {
        values.EnterObject(ref reader, "'OrderBook'");
        if (!ValueReader.NextProperty(ref reader))
        {
            throw values.Bad("'OrderBook' is empty; it must be Snapshot or Update");
        }

        var kind = reader.ValueTextEquals("Snapshot"u8) ? MarketEventKind.OrderBookSnapshot
            : reader.ValueTextEquals("Update"u8) ? MarketEventKind.OrderBookUpdate
            : throw values.Bad(
                $"'OrderBook' {ValueReader.Quote(reader.ValueSpan)} is not known; it must be Snapshot or Update");
        reader.Read();
        levels = ParseSides(ref reader);
        return ValueReader.NextProperty(ref reader)
            ? throw values.Bad("'OrderBook' must have exactly one member")
            : kind;
    }

    private OrderBookLevels ParseSides(ref Utf8JsonReader reader)
    {
        ulong? sequence = null;
        Timestamp? engineTime = null;
        ValueList<Level>? bids = null;
        ValueList<Level>? asks = null;
        values.EnterObject(ref reader, "a book");
        while (ValueReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("sequence"u8))
            {
                reader.Read();
                sequence = values.Whole(ref reader, "sequence", ulong.MaxValue);
            }
            else if (reader.ValueTextEquals("time_engine"u8))
            {
                reader.Read();
                engineTime = reader.TokenType == JsonTokenType.Null ? null : values.Time(ref reader, "time_engine");
            }
            else if (reader.ValueTextEquals("bids"u8))
            {
                reader.Read();
                bids = ParseSide(ref reader, "'bids'");
            }
            else if (reader.ValueTextEquals("asks"u8))
            {
                reader.Read();
                asks = ParseSide(ref reader, "'asks'");
            }
            else
            {
                reader.Skip();
            }
        }

        return new OrderBookLevels(
            sequence ?? throw values.Missing("a book", "sequence"),
            engineTime,
            bids ?? throw values.Missing("a book", "bids"),
            asks ?? throw values.Missing("a book", "asks"));
    }

    private ValueList<Level> ParseSide(ref Utf8JsonReader reader, string side)
    {
        ValueList<Level>? levels = null;
        values.EnterObject(ref reader, side);
        while (ValueReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("levels"u8))
            {
                reader.Read();
                levels = ParseLevels(ref reader, side);
            }
            else
            {
                reader.Skip();
            }
        }

        return levels ?? throw values.Missing(side, "levels");
    }

    private ValueList<Level> ParseLevels(ref Utf8JsonReader reader, string side)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw values.Bad($"the 'levels' of {side} must be an array, not {reader.TokenType}");
        }

        _levels.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _levels.Add(ParseLevel(ref reader, "a level"));
        }

        return _levels.ToValueList();
    }

    private Level ParseLevel(ref Utf8JsonReader reader, string owner)
    {
        decimal? price = null;
        decimal? amount = null;
        values.EnterObject(ref reader, owner);
        while (ValueReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("price"u8))
            {
                reader.Read();
                price = values.Positive(ref reader, "price");
            }
            else if (reader.ValueTextEquals("amount"u8))
            {
                reader.Read();
                amount = values.NotNegative(ref reader, "amount");
            }
            else
            {
                reader.Skip();
            }
        }

        return new Level(
            price ?? throw values.Missing(owner, "price"),
            amount ?? throw values.Missing(owner, "amount"));
    }
}
