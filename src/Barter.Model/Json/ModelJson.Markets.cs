using System.Diagnostics;
using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary>
    /// <c>{"Item":{"time_exchange":..,"time_received":..,"exchange":"okx","instrument":1,"kind":{"Trade":{..}}}}</c> or
    /// <c>{"Reconnecting":"okx"}</c>.
    /// </summary>
    public static JsonShape<MarketEvent> MarketEvents { get; } = new(Write, ReadMarketEvent);

    /// <summary>Reads the object that stands under <c>Item</c>, whose instrument may be an index or a name.</summary>
    /// <param name="reader">Stands on or before the object; ends on its last token.</param>
    /// <param name="instrument">Finds the instrument of an exchange; none means that it is not known.</param>
    /// <exception cref="ModelJsonException">It is malformed, or names an instrument that is not known.</exception>
    public static MarketEvent ReadMarketItem(
        ref Utf8JsonReader reader, Func<ExchangeId, InstrumentToken, InstrumentIndex?> instrument) =>
        JsonValue.Parse(ref reader).As(item => ReadMarketItem(item, instrument));

    private static void Write(Utf8JsonWriter writer, MarketEvent told)
    {
        if (told.IsReconnecting)
        {
            WriteTagged(writer, "Reconnecting", told.Exchange, WriteExchange);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("Item");
        WriteTime(writer, "time_exchange", told.TimeExchange);
        WriteTime(writer, "time_received", told.TimeReceived);
        WriteKey(writer, "exchange", told.Exchange, WriteExchange);
        writer.WriteNumber("instrument", told.Instrument.Value);
        WriteKey(writer, "kind", told, WritePayload);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static MarketEvent ReadMarketEvent(JsonValue at) => at.Union<MarketEvent>(
    [
        new("Item", item => ReadMarketItem(
            item, (_, token) => token.Index is { } index ? new InstrumentIndex(index) : null)),
        new("Reconnecting", exchange => MarketEvent.Reconnecting(ReadExchange(exchange))),
    ]);

    private static MarketEvent ReadMarketItem(
        JsonValue at, Func<ExchangeId, InstrumentToken, InstrumentIndex?> resolve)
    {
        var exchange = at.Get("exchange", ReadExchange);
        var exchanged = at.Get("time_exchange", JsonValue.Time);
        var received = at.Get("time_received", JsonValue.Time);
        var instrument = at.Get("instrument", value => ReadInstrument(value, exchange, resolve));
        return at.Get("kind", kind => kind.Union<MarketEvent>(
        [
            new("Trade", data => MarketEvent.OfTrade(exchange, instrument, exchanged, received, ReadTrade(data))),
            new("OrderBookL1", data => MarketEvent.OfL1(exchange, instrument, exchanged, received, ReadL1(data))),
            new("OrderBook", data => data.Union<MarketEvent>(
            [
                new("Snapshot", book =>
                    MarketEvent.OfBookSnapshot(exchange, instrument, exchanged, received, ReadLevels(book))),
                new("Update", book =>
                    MarketEvent.OfBookUpdate(exchange, instrument, exchanged, received, ReadLevels(book))),
            ])),
            new("Candle", data => MarketEvent.OfCandle(exchange, instrument, exchanged, received, ReadCandle(data))),
            new("Liquidation", data =>
                MarketEvent.OfLiquidation(exchange, instrument, exchanged, received, ReadLiquidation(data))),
        ]));
    }

    private static InstrumentIndex ReadInstrument(
        JsonValue at, ExchangeId exchange, Func<ExchangeId, InstrumentToken, InstrumentIndex?> resolve)
    {
        var token = at.IsNumber
            ? new InstrumentToken(JsonValue.Index(at), null)
            : new InstrumentToken(null, JsonValue.Text(at));
        return resolve(exchange, token) ?? throw at.Refused($"unknown instrument {token} of {exchange.ToWire()}");
    }

    private static void WritePayload(Utf8JsonWriter writer, MarketEvent told)
    {
        switch (told.Kind)
        {
            case MarketEventKind.Trade:
                WriteTagged(writer, "Trade", told.Trade, Write);
                break;
            case MarketEventKind.OrderBookL1:
                WriteTagged(writer, "OrderBookL1", told.L1, Write);
                break;
            case MarketEventKind.OrderBookSnapshot:
                WriteTagged(
                    writer, "OrderBook", told.Levels, (inner, book) => WriteTagged(inner, "Snapshot", book, Write));
                break;
            case MarketEventKind.OrderBookUpdate:
                WriteTagged(
                    writer, "OrderBook", told.Levels, (inner, book) => WriteTagged(inner, "Update", book, Write));
                break;
            case MarketEventKind.Candle:
                WriteTagged(writer, "Candle", told.Candle, Write);
                break;
            case MarketEventKind.Liquidation:
                WriteTagged(writer, "Liquidation", told.Liquidation, Write);
                break;
            default:
                throw new UnreachableException($"no JSON for {told.Kind}");
        }
    }

    private static void Write(Utf8JsonWriter writer, PublicTrade trade)
    {
        writer.WriteStartObject();
        writer.WriteString("id", trade.Id);
        WriteNumber(writer, "price", trade.Price);
        WriteNumber(writer, "amount", trade.Amount);
        WriteKey(writer, "side", trade.Side, WriteSide);
        writer.WriteEndObject();
    }

    private static PublicTrade ReadTrade(JsonValue at) => new(
        at.Get("id", JsonValue.TextOrNumber),
        at.Get("price", JsonValue.Decimal),
        at.Get("amount", JsonValue.Decimal),
        at.Get("side", ReadSide));

    private static void Write(Utf8JsonWriter writer, OrderBookL1 book)
    {
        writer.WriteStartObject();
        WriteTime(writer, "last_update_time", book.LastUpdateTime);
        WriteLevelOrNull(writer, "best_bid", book.BestBid);
        WriteLevelOrNull(writer, "best_ask", book.BestAsk);
        writer.WriteEndObject();
    }

    private static OrderBookL1 ReadL1(JsonValue at) => new(
        at.Get("last_update_time", JsonValue.Time),
        at.GetValueIfAny("best_bid", ReadLevel),
        at.GetValueIfAny("best_ask", ReadLevel));

    private static void WriteLevelOrNull(Utf8JsonWriter writer, string key, Level? level)
    {
        if (level is { } value)
        {
            WriteKey(writer, key, value, Write);
        }
        else
        {
            writer.WriteNull(key);
        }
    }

    private static void Write(Utf8JsonWriter writer, Level level)
    {
        writer.WriteStartObject();
        WriteDecimal(writer, "price", level.Price);
        WriteDecimal(writer, "amount", level.Amount);
        writer.WriteEndObject();
    }

    private static Level ReadLevel(JsonValue at) => new(
        at.Get("price", JsonValue.Decimal),
        at.Get("amount", JsonValue.Decimal));

    private static void Write(Utf8JsonWriter writer, OrderBookLevels book)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", book.Sequence);
        writer.WriteString("time_engine", book.TimeEngine?.ToString());
        WriteKey(writer, "bids", book.Bids, WriteBookSide);
        WriteKey(writer, "asks", book.Asks, WriteBookSide);
        writer.WriteEndObject();
    }

    private static OrderBookLevels ReadLevels(JsonValue at) => new(
        at.Get("sequence", JsonValue.Count),
        at.GetValueIfAny("time_engine", JsonValue.Time),
        at.Get("bids", ReadBookSide),
        at.Get("asks", ReadBookSide));

    private static void WriteBookSide(Utf8JsonWriter writer, ValueList<Level> levels)
    {
        writer.WriteStartObject();
        WriteList(writer, "levels", levels, Write);
        writer.WriteEndObject();
    }

    private static ValueList<Level> ReadBookSide(JsonValue at) => at.Get("levels", ListOf(ReadLevel));

    private static void Write(Utf8JsonWriter writer, Candle candle)
    {
        writer.WriteStartObject();
        WriteTime(writer, "close_time", candle.CloseTime);
        WriteNumber(writer, "open", candle.Open);
        WriteNumber(writer, "high", candle.High);
        WriteNumber(writer, "low", candle.Low);
        WriteNumber(writer, "close", candle.Close);
        WriteNumber(writer, "volume", candle.Volume);
        writer.WriteNumber("trade_count", candle.TradeCount);
        writer.WriteEndObject();
    }

    private static Candle ReadCandle(JsonValue at) => new(
        at.Get("close_time", JsonValue.Time),
        at.Get("open", JsonValue.Decimal),
        at.Get("high", JsonValue.Decimal),
        at.Get("low", JsonValue.Decimal),
        at.Get("close", JsonValue.Decimal),
        at.Get("volume", JsonValue.Decimal),
        at.Get("trade_count", JsonValue.Count));

    private static void Write(Utf8JsonWriter writer, Liquidation liquidation)
    {
        writer.WriteStartObject();
        WriteKey(writer, "side", liquidation.Side, WriteSide);
        WriteNumber(writer, "price", liquidation.Price);
        WriteNumber(writer, "quantity", liquidation.Quantity);
        WriteTime(writer, "time", liquidation.Time);
        writer.WriteEndObject();
    }

    private static Liquidation ReadLiquidation(JsonValue at) => new(
        at.Get("side", ReadSide),
        at.Get("price", JsonValue.Decimal),
        at.Get("quantity", JsonValue.Decimal),
        at.Get("time", JsonValue.Time));
}
