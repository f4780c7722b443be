using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>See <see cref="TradeEncoder"/>.</summary>
internal sealed class TradeDecoder(ExchangeId exchange, InstrumentIndex instrument) : ItemDecoder(exchange, instrument)
{
    private readonly long[] _numbers = new long[ColumnarLayout.BlockEvents];
    private readonly long[] _textLengths = new long[ColumnarLayout.BlockEvents];
    private readonly string?[] _texts = new string?[ColumnarLayout.BlockEvents];
    private readonly DecimalColumn _prices = new();
    private readonly DecimalColumn _amounts = new();
    private readonly long[] _sides = new long[ColumnarLayout.BlockEvents];
    private bool _hasTexts;

    public override void Fill(Span<MarketEvent> events, int from)
    {
        var times = Times;
        var received = Received;
        for (var i = 0; i < events.Length; i++)
        {
            var at = from + i;
            events[i] = _hasTexts && _texts[at] is { } text
                ? MarketEvent.OfTrade(
                    Exchange, Instrument, new Timestamp(times[at]), new Timestamp(received[at]),
                    new PublicTrade(text, _prices[at], _amounts[at], (Side)_sides[at]))
                : MarketEvent.OfTrade(
                    Exchange, Instrument, new Timestamp(times[at]), new Timestamp(received[at]),
                    _numbers[at], _prices[at], _amounts[at], (Side)_sides[at]);
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

        IntegerCoding.Read(ref reader, _numbers.AsSpan(0, Count));
        if (_hasTexts)
        {
            ReadTexts(ref reader);
        }

        _prices.Read(ref reader, Count);
        _amounts.Read(ref reader, Count);
        ReadSmall(ref reader, _sides.AsSpan(0, Count), (long)Side.Sell, "the side of a trade");
    }

    private void ReadTexts(ref BlockReader reader)
    {
        var lengths = _textLengths.AsSpan(0, Count);
        ReadSmall(ref reader, lengths, ColumnarLayout.BlockTextBytes + 1, "the length of a trade id");
        for (var i = 0; i < lengths.Length; i++)
        {
            _texts[i] = lengths[i] == 0 ? null : reader.Decode(reader.Take((int)lengths[i] - 1));
        }
    }
}
