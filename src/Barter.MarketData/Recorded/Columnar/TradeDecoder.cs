using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="TradeEncoder"/>.</summary>
internal sealed class TradeDecoder(ExchangeId exchange, InstrumentIndex instrument) : ItemDecoder(exchange, instrument)
{
    private readonly IntegerColumn _numbers = new();
    private readonly IntegerColumn _textLengths = new();
    private string?[] _texts = [];
    private readonly DecimalColumn _prices = new();
    private readonly DecimalColumn _amounts = new();
    private readonly IntegerColumn _sides = new();
    private bool _hasTexts;

    public override void Fill(Span<MarketEvent> events, int from)
    {
        var times = Times.Slice(from, events.Length);
        var received = Received.Slice(from, events.Length);
        var numbers = _numbers.Values.Slice(from, events.Length);
        var sides = _sides.Values.Slice(from, events.Length);
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = MarketEvent.OfTrade(
                Exchange, Instrument, new Timestamp(times[i]), new Timestamp(received[i]), numbers[i],
                _prices[from + i], _amounts[from + i], (Side)sides[i]);
        }

        if (_hasTexts)
        {
            NameByText(events, from);
        }
    }

    protected override void ReadPayload(ref BlockReader reader)
    {
        var idForm = reader.ReadByte();
        _hasTexts = idForm == 1;
        if (idForm > 1)
        {
            throw reader.Bad($"trade ids have the unknown form {idForm}");
        }

        _numbers.Read(ref reader, Count);
        if (_hasTexts)
        {
            ReadTexts(ref reader);
        }

        _prices.Read(ref reader, Count);
        _amounts.Read(ref reader, Count);
        _sides.ReadSmall(ref reader, Count, (long)Side.Sell, "the side of a trade");
    }

    private void ReadTexts(ref BlockReader reader)
    {
        var lengths = _textLengths.ReadSmall(
            ref reader, Count, ColumnarLayout.BlockTextBytes + 1, "the length of a trade id");
        if (_texts.Length < Count)
        {
            _texts = new string?[Count];
        }

        for (var i = 0; i < lengths.Length; i++)
        {
            _texts[i] = lengths[i] == 0 ? null : reader.Decode(reader.Take((int)lengths[i] - 1));
        }
    }

    // Apart from the loop above, which is faster when it makes one struct in one way
    private void NameByText(Span<MarketEvent> events, int from)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (_texts[from + i] is { } text)
            {
                ref var told = ref events[i];
                told = MarketEvent.OfTrade(
                    Exchange, Instrument, told.TimeExchange, told.TimeReceived,
                    new PublicTrade(text, told.TradePrice, told.TradeAmount, told.TradeSide));
            }
        }
    }
}
