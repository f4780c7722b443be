using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Trades: id, price, amount and side.</summary>
internal sealed class TradeEncoder : ItemEncoder
{
    private readonly IntegerEncoder _numbers = new();
    private readonly IntegerEncoder _textLengths = new();
    private readonly ByteSink _texts = new();
    private readonly DecimalEncoder _prices = new();
    private readonly DecimalEncoder _amounts = new();
    private readonly IntegerEncoder _sides = new();
    private bool _hasTexts;

    public override bool HasRoomFor(in MarketEvent marketEvent)
    {
        if (marketEvent.TradeIdText is not { } text)
        {
            return true;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        return length <= ColumnarLayout.BlockTextBytes
            ? _texts.Length + length <= ColumnarLayout.BlockTextBytes
            : throw new ArgumentException(
                $"a trade id has {length} bytes, more than {ColumnarLayout.BlockTextBytes}", nameof(marketEvent));
    }

    protected override void AddPayload(in MarketEvent marketEvent)
    {
        var before = _texts.Length;
        if (marketEvent.TradeIdText is { } text)
        {
            _hasTexts = true;
            Encoding.UTF8.GetBytes(text, _texts.Claim(Encoding.UTF8.GetByteCount(text)));
        }

        // One more than the length, as nothing is a text as well
        _textLengths.Add(marketEvent.TradeIdText is null ? 0 : _texts.Length - before + 1);
        _numbers.Add(marketEvent.TradeNumber);
        _prices.Add(marketEvent.TradePrice);
        _amounts.Add(marketEvent.TradeAmount);
        _sides.Add((long)marketEvent.TradeSide);
    }

    protected override void WritePayload(ByteSink sink)
    {
        sink.WriteByte((byte)(_hasTexts ? 1 : 0));
        Write(_numbers, sink);
        if (_hasTexts)
        {
            Write(_textLengths, sink);
            sink.Write(_texts.Written);
        }

        Write(_prices, sink);
        Write(_amounts, sink);
        Write(_sides, sink);
        _textLengths.Clear();
        _texts.Clear();
        _hasTexts = false;
    }
}
