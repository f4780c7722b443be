using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>A hash over every step of an engine, in order: equal digests mean equal runs.</summary>
/// <remarks>
/// A chain of SHA-256 over blocks of equal length, each hashed behind the hash of those before it, so that all it has
/// to keep is one hash and the last block. Where a block ends depends on nothing but what was added. Market events go
/// in as numbers of fixed width, decimals without their trailing zeros, so that the same market gives the same digest
/// whatever file it came from; everything else goes in as its JSON.
/// </remarks>
public sealed class AuditDigest
{
    private const int StepLengthMax = 256;

    private const int BlockLength = 16 * 1024;
    private const int BlockEnd = SHA256.HashSizeInBytes + BlockLength;

    // The hash of all blocks before this one, this one, and room for the step that overflows it
    private readonly byte[] _buffer = new byte[BlockEnd + StepLengthMax];
    private int _filled = SHA256.HashSizeInBytes;

    /// <summary>Adds a step that a market event caused.</summary>
    public void Add(in MarketEvent market, in EngineStep step)
    {
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

        EndFullBlock();
    }

    /// <summary>Adds a step that any event caused.</summary>
    public void Add(EngineEvent cause, in EngineStep step)
    {
        if (cause is EngineEvent.Market { Event: var market })
        {
            Add(market, step);
            return;
        }

        Put((byte)'E');
        Put(step);
        PutText(ModelJson.EngineEvents.ToJson(cause));
        PutText(AuditJson.Outcome(step.Outputs, step.Errors));
        EndFullBlock();
    }

    /// <summary>The hash of all steps so far, in lower-case hexadecimal. Further steps may be added.</summary>
    public string ToHex() => Convert.ToHexStringLower(SHA256.HashData(_buffer.AsSpan(0, _filled)));

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
        if (text is null)
        {
            return;
        }

        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text);
        while (rest.Length > 0)
        {
            EndFullBlock();
            var part = rest[..Math.Min(rest.Length, BlockEnd - _filled)];
            part.CopyTo(_buffer.AsSpan(_filled));
            _filled += part.Length;
            rest = rest[part.Length..];
        }
    }

    private void EndFullBlock()
    {
        if (_filled < BlockEnd)
        {
            return;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, BlockEnd), hash);
        hash.CopyTo(_buffer);
        _buffer.AsSpan(BlockEnd, _filled - BlockEnd).CopyTo(_buffer.AsSpan(SHA256.HashSizeInBytes));
        _filled -= BlockLength;
    }
}
