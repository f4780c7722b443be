using System.Buffers.Binary;
using System.Security.Cryptography;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>A hash over every step of an engine, in order: equal digests mean equal runs.</summary>
/// <remarks>
/// SHA-256. Market events go in as numbers of fixed width, decimals without their trailing zeros, so that the same
/// market gives the same digest whatever file it came from; everything else goes in as its JSON.
/// </remarks>
public sealed class AuditDigest
{
    private const int StepLengthMax = 256;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    /// <summary>Adds a step that a market event caused.</summary>
    public void Add(in MarketEvent market, in EngineStep step)
    {
        if (_buffer.Length - _filled < StepLengthMax)
        {
            Flush();
        }

        Put((byte)'M');
        Put(step);
        Put((byte)market.Kind);
        Put((byte)market.Exchange);
        Put(market.Instrument.Value);
        Put(market.TimeExchange.UnixNanos);
        Put(market.TimeReceived.UnixNanos);
        switch (market.Kind)
        {
            case MarketEventKind.Trade:
                Put((byte)market.TradeSide);
                Put(market.TradePrice);
                Put(market.TradeAmount);
                Put(market.TradeNumber);
                PutText(market.TradeIdText);
                break;
            case MarketEventKind.OrderBookL1:
                Put((byte)((market.HasBid ? 1 : 0) + (market.HasAsk ? 2 : 0)));
                Put(market.BidPrice);
                Put(market.BidAmount);
                Put(market.AskPrice);
                Put(market.AskAmount);
                Put(market.L1.LastUpdateTime.UnixNanos);
                break;
            case MarketEventKind.Reconnecting:
                break;
            default:
                PutText(ModelJson.MarketEvents.ToJson(market));
                break;
        }

        if (!step.IsQuiet)
        {
            PutText(AuditJson.Outcome(step.Outputs, step.Errors));
        }
    }

    /// <summary>Adds a step that any event caused.</summary>
    public void Add(EngineEvent cause, in EngineStep step)
    {
        if (cause is EngineEvent.Market { Event: var market })
        {
            Add(market, step);
            return;
        }

        if (_buffer.Length - _filled < StepLengthMax)
        {
            Flush();
        }

        Put((byte)'E');
        Put(step);
        PutText(ModelJson.EngineEvents.ToJson(cause));
        PutText(AuditJson.Outcome(step.Outputs, step.Errors));
    }

    /// <summary>The hash of all steps so far, in lower-case hexadecimal. Further steps may be added.</summary>
    public string ToHex()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    private void Put(in EngineStep step)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(_filled), step.Sequence);
        _filled += sizeof(ulong);
        Put(step.Time.UnixNanos);
    }

    private void Put(byte value) => _buffer[_filled++] = value;

    private void Put(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_filled), value);
        _filled += sizeof(int);
    }

    private void Put(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_filled), value);
        _filled += sizeof(long);
    }

    private void Put(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0)
        {
            decimal.GetBits(DecimalText.Normalise(value), bits);
        }

        var mantissa = ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]);
        var scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] == 0)
        {
            while (scale > 0 && mantissa % 10 == 0)
            {
                mantissa /= 10;
                scale--;
            }
        }

        Put((byte)(scale | (value < 0m ? 0x80 : 0)));
        Put(unchecked((long)mantissa));
        Put(bits[2]);
    }

    private void PutText(string? text)
    {
        Put(text?.Length ?? -1);
        Flush();
        if (text is not null)
        {
            _hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _filled);
        _filled = 0;
    }
}
