using System.Globalization;
using System.Text;
using System.Text.Json;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads the <c>kind</c> of an item, and keeps it until the rest of the item is known.</summary>
internal sealed class PayloadParser(ValueReader values)
{
    private const string Kinds = "Trade, OrderBookL1, OrderBook, Candle or Liquidation";

    private readonly BookParser _books = new(values);
    private readonly CandleParser _candles = new(values);
    private MarketEventKind _kind;
    private long _number;
    private string? _id;
    private decimal _price;
    private decimal _amount;
    private Side _side;
    private OrderBookL1 _l1;
    private OrderBookLevels? _levels;
    private Candle _candle;
    private Timestamp _time;

    [Flags]
    private enum Field
    {
        None = 0,
        Id = 1,
        Price = 2,
        Amount = 4,
        Side = 8,
        Time = 16,
    }

    public void Parse(ref Utf8JsonReader reader)
    {
        values.EnterObject(ref reader, "'kind'");
        if (!ValueReader.NextProperty(ref reader))
        {
            throw values.Bad($"'kind' is empty; it must be {Kinds}");
        }

        _kind = ParseVariant(ref reader);
        if (ValueReader.NextProperty(ref reader))
        {
            throw values.Bad("'kind' must have exactly one member");
        }
    }

    public MarketEvent ToEvent(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received) => _kind switch
        {
            MarketEventKind.Trade when _id is null =>
                MarketEvent.OfTrade(exchange, instrument, exchanged, received, _number, _price, _amount, _side),
            MarketEventKind.Trade => MarketEvent.OfTrade(
                exchange, instrument, exchanged, received, new PublicTrade(_id, _price, _amount, _side)),
            MarketEventKind.OrderBookL1 => MarketEvent.OfL1(exchange, instrument, exchanged, received, _l1),
            MarketEventKind.OrderBookSnapshot =>
                MarketEvent.OfBookSnapshot(exchange, instrument, exchanged, received, _levels!),
            MarketEventKind.OrderBookUpdate =>
                MarketEvent.OfBookUpdate(exchange, instrument, exchanged, received, _levels!),
            MarketEventKind.Candle => MarketEvent.OfCandle(exchange, instrument, exchanged, received, _candle),
            _ => MarketEvent.OfLiquidation(
                exchange, instrument, exchanged, received, new Liquidation(_side, _price, _amount, _time)),
        };

    private MarketEventKind ParseVariant(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("Trade"u8))
        {
            reader.Read();
            ParseTrade(ref reader);
            return MarketEventKind.Trade;
        }

        if (reader.ValueTextEquals("OrderBookL1"u8))
        {
            reader.Read();
            _l1 = _books.ParseL1(ref reader);
            return MarketEventKind.OrderBookL1;
        }

        if (reader.ValueTextEquals("OrderBook"u8))
        {
            reader.Read();
            return _books.ParseBook(ref reader, out _levels);
        }

        if (reader.ValueTextEquals("Candle"u8))
        {
            reader.Read();
            _candle = _candles.Parse(ref reader);
            return MarketEventKind.Candle;
        }

        if (reader.ValueTextEquals("Liquidation"u8))
        {
            reader.Read();
            ParseLiquidation(ref reader);
            return MarketEventKind.Liquidation;
        }

        throw values.Bad($"'kind' {ValueReader.Quote(reader.ValueSpan)} is not known; it must be {Kinds}");
    }

    private void ParseTrade(ref Utf8JsonReader reader)
    {
        var seen = Field.None;
        values.EnterObject(ref reader, "'Trade'");
        while (ValueReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                ParseId(ref reader);
                seen |= Field.Id;
            }
            else
            {
                seen |= ParseCommon(ref reader, "amount"u8, "amount");
            }
        }

        Demand("a trade", seen, Field.Id, "id");
        Demand("a trade", seen, Field.Price, "price");
        Demand("a trade", seen, Field.Amount, "amount");
        Demand("a trade", seen, Field.Side, "side");
    }

    private void ParseLiquidation(ref Utf8JsonReader reader)
    {
        var seen = Field.None;
        values.EnterObject(ref reader, "'Liquidation'");
        while (ValueReader.NextProperty(ref reader))
        {
            seen |= ParseCommon(ref reader, "quantity"u8, "quantity");
        }

        Demand("a liquidation", seen, Field.Side, "side");
        Demand("a liquidation", seen, Field.Price, "price");
        Demand("a liquidation", seen, Field.Amount, "quantity");
        Demand("a liquidation", seen, Field.Time, "time");
    }

    private Field ParseCommon(ref Utf8JsonReader reader, ReadOnlySpan<byte> amount, string amountName)
    {
        if (reader.ValueTextEquals("price"u8))
        {
            reader.Read();
            _price = values.Positive(ref reader, "price");
            return Field.Price;
        }

        if (reader.ValueTextEquals(amount))
        {
            reader.Read();
            _amount = values.Positive(ref reader, amountName);
            return Field.Amount;
        }

        if (reader.ValueTextEquals("side"u8))
        {
            reader.Read();
            _side = values.Side(ref reader);
            return Field.Side;
        }

        if (reader.ValueTextEquals("time"u8))
        {
            reader.Read();
            _time = values.Time(ref reader, "time");
            return Field.Time;
        }

        reader.Skip();
        return Field.None;
    }

    private void ParseId(ref Utf8JsonReader reader)
    {
        _id = null;
        var text = values.Text(ref reader, "id");
        if (!IsCanonicalNumber(text, out _number))
        {
            _id = Encoding.UTF8.GetString(text);
        }
    }

    // Only a text that comes out of the number again may be kept as one
    private static bool IsCanonicalNumber(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        return !text.IsEmpty
            && (text[0] != '0' || text.Length == 1)
            && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private void Demand(string owner, Field seen, Field field, string name)
    {
        if ((seen & field) == Field.None)
        {
            throw values.Missing(owner, name);
        }
    }
}
