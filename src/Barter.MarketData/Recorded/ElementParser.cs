using System.Text.Json;
using System.Text.Unicode;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Turns the bytes of one JSON element into an event.</summary>
internal sealed class ElementParser(SourceText source, InstrumentTable instruments)
{
    private const string Item = "an item";

    private readonly ValueReader _values = new(source);
    private readonly PayloadParser _payload = new(new ValueReader(source));

    private enum Content
    {
        None,
        Item,
        Error,
        Reconnecting,
    }

    /// <summary>Reads an item or a reconnect mark; false for an error item.</summary>
    /// <exception cref="MarketDataException">The element is neither.</exception>
    public bool TryParse(ReadOnlySpan<byte> element, bool endedWithFile, out MarketEvent marketEvent)
    {
        if (!Utf8.IsValid(element))
        {
            throw source.Bad("is not UTF-8; save the file as UTF-8, if it is text at all");
        }

        try
        {
            var reader = new Utf8JsonReader(element);
            var content = ParseElement(ref reader, out marketEvent);
            reader.Read();
            return content != Content.Error;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The latter is what the reader throws for escapes that are no character
            var hint = endedWithFile ? "; the file ends here, was it cut off?" : "; one JSON object is expected";
            throw source.Bad("not valid JSON: " + Detail(failure.Message) + hint, failure);
        }
    }

    private static string Detail(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.', ' ');
    }

    private Content ParseElement(ref Utf8JsonReader reader, out MarketEvent marketEvent)
    {
        var content = Content.None;
        marketEvent = default;
        reader.Read();
        _values.EnterObject(ref reader, "an element");
        while (ValueReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("Item"u8))
            {
                RefuseSecond(content);
                reader.Read();
                content = ParseItem(ref reader, isWrapped: false, out marketEvent);
            }
            else if (reader.ValueTextEquals("Reconnecting"u8))
            {
                RefuseSecond(content);
                reader.Read();
                content = Content.Reconnecting;
                marketEvent = MarketEvent.Reconnecting(ParseExchange(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return content != Content.None
            ? content
            : throw source.Bad("an element must have 'Item' or 'Reconnecting'");
    }

    private void RefuseSecond(Content content)
    {
        if (content != Content.None)
        {
            throw source.Bad("an element must have one of 'Item' and 'Reconnecting', once");
        }
    }

    private Content ParseItem(ref Utf8JsonReader reader, bool isWrapped, out MarketEvent marketEvent)
    {
        var fields = default(ItemFields);
        marketEvent = default;
        _values.EnterObject(ref reader, Item);
        while (ValueReader.NextProperty(ref reader))
        {
            if (TryParseField(ref reader, ref fields))
            {
                continue;
            }

            if (!isWrapped && reader.ValueTextEquals("Ok"u8))
            {
                reader.Read();
                ParseItem(ref reader, isWrapped: true, out marketEvent);
                SkipRest(ref reader);
                return Content.Item;
            }

            if (!isWrapped && reader.ValueTextEquals("Err"u8))
            {
                SkipRest(ref reader);
                return Content.Error;
            }

            reader.Skip();
        }

        marketEvent = Assemble(fields);
        return Content.Item;
    }

    private static void SkipRest(ref Utf8JsonReader reader)
    {
        while (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth != 1)
        {
            reader.Read();
        }
    }

    private bool TryParseField(scoped ref Utf8JsonReader reader, ref ItemFields fields)
    {
        if (reader.ValueTextEquals("time_exchange"u8))
        {
            reader.Read();
            fields.TimeExchange = _values.Time(ref reader, "time_exchange");
        }
        else if (reader.ValueTextEquals("time_received"u8))
        {
            reader.Read();
            fields.TimeReceived = _values.Time(ref reader, "time_received");
        }
        else if (reader.ValueTextEquals("exchange"u8))
        {
            reader.Read();
            fields.Exchange = ParseExchange(ref reader);
        }
        else if (reader.ValueTextEquals("instrument"u8))
        {
            reader.Read();
            fields.HasInstrument = true;
            fields.IsNamed = reader.TokenType == JsonTokenType.String;
            fields.Name = fields.IsNamed ? _values.Text(ref reader, "instrument") : default;
            fields.Index = fields.IsNamed ? 0 : (int)_values.Whole(ref reader, "instrument", int.MaxValue);
        }
        else if (reader.ValueTextEquals("kind"u8))
        {
            reader.Read();
            fields.HasKind = true;
            _payload.Parse(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    private ExchangeId ParseExchange(ref Utf8JsonReader reader)
    {
        var text = _values.Text(ref reader, "exchange");
        return instruments.TryFindExchange(text, out var exchange)
            ? exchange
            : throw source.Bad(
                $"exchange {ValueReader.Quote(text)} is not in the catalog, which has {instruments.KnownExchanges}");
    }

    private MarketEvent Assemble(in ItemFields fields)
    {
        var exchange = fields.Exchange ?? throw _values.Missing(Item, "exchange");
        var exchanged = fields.TimeExchange ?? throw _values.Missing(Item, "time_exchange");
        var received = fields.TimeReceived ?? throw _values.Missing(Item, "time_received");
        if (!fields.HasKind)
        {
            throw _values.Missing(Item, "kind");
        }

        var instrument = Instrument(fields, exchange);
        if (instruments[instrument].ExchangeId != exchange)
        {
            throw source.Bad(
                $"the item's exchange is {exchange.ToWire()}, but instrument {instrument.Value} is "
                + $"{instruments[instrument].Name}; was the file recorded with another list of instruments?");
        }

        return _payload.ToEvent(exchange, instrument, exchanged, received);
    }

    private InstrumentIndex Instrument(in ItemFields fields, ExchangeId exchange)
    {
        if (!fields.HasInstrument)
        {
            throw _values.Missing(Item, "instrument");
        }

        if (fields.IsNamed)
        {
            return instruments.TryFind(exchange, fields.Name, out var index)
                ? index
                : throw source.Bad(
                    $"instrument {ValueReader.Quote(fields.Name)} is not in the catalog, which has "
                    + instruments.Known);
        }

        return fields.Index < instruments.Count
            ? new InstrumentIndex(fields.Index)
            : throw source.Bad(
                $"instrument {fields.Index} is not in the catalog, which has {instruments.Count}: {instruments.Known}");
    }

    private ref struct ItemFields
    {
        public Timestamp? TimeExchange;
        public Timestamp? TimeReceived;
        public ExchangeId? Exchange;
        public ReadOnlySpan<byte> Name;
        public int Index;
        public bool HasInstrument;
        public bool IsNamed;
        public bool HasKind;
    }
}
