using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>A chain of SHA-256 over blocks of equal length, each hashed behind the hash of those before it.</summary>
/// <remarks>
/// All that it has to keep is one hash and the last block. Where a block ends depends on nothing but what was put.
/// After at most <see cref="PartLengthMax"/> bytes, texts not counted, <see cref="EndPart"/> has to be called.
/// </remarks>
internal sealed class DigestBlocks
{
    public const int PartLengthMax = 256;

    /// <summary>The unit in which most numbers are put is 0.00000001.</summary>
    public const int UnitPlaces = 8;

    private const int BlockLength = 16 * 1024;
    private const int BlockEnd = SHA256.HashSizeInBytes + BlockLength;

    // Of so many letters UTF-8 fits behind the end of a block, together with the rest of the part
    private const int ShortTextMax = 80;

    // Where scale and sign would be, and no scale is so large
    private const byte IsUnits = 0x7F;

    // The hash of all blocks before this one, this one, and room for the part that overflows it
    private readonly byte[] _buffer = new byte[BlockEnd + (2 * PartLengthMax)];
    private int _filled = SHA256.HashSizeInBytes;

    public void Put(byte value) => _buffer[_filled++] = value;

    public void Put(bool value) => Put(value ? (byte)1 : (byte)0);

    public void Put(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_filled), value);
        _filled += sizeof(int);
    }

    public void Put(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_filled), value);
        _filled += sizeof(long);
    }

    public void Put(Timestamp value) => Put(value.UnixNanos);

    /// <summary>Puts a number, whatever zeros it has behind: most in units, which takes no division.</summary>
    public void Put(decimal value)
    {
        if (DecimalUnits.TryCount(value, UnitPlaces, out var units)
            || DecimalUnits.TryCount(DecimalText.Normalise(value), UnitPlaces, out units))
        {
            Put(IsUnits);
            Put(units);
            return;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(DecimalText.Normalise(value), bits);
        Put((byte)(((bits[3] >> 24) & 0x80) | ((bits[3] >> 16) & 0x7F)));
        Put(bits[0]);
        Put(bits[1]);
        Put(bits[2]);
    }

    /// <summary>Puts its length in UTF-16 units, -1 for none, and then UTF-8. Ends the part before it.</summary>
    public void Put(string? text)
    {
        EndPart();
        Put(text?.Length ?? -1);
        if (text is null)
        {
            return;
        }

        if (text.Length <= ShortTextMax)
        {
            _filled += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_filled));
            return;
        }

        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text);
        while (rest.Length > 0)
        {
            EndPart();
            var part = rest[..Math.Min(rest.Length, BlockEnd - _filled)];
            part.CopyTo(_buffer.AsSpan(_filled));
            _filled += part.Length;
            rest = rest[part.Length..];
        }
    }

    /// <summary>Room for a part, to be filled at once; <see cref="Take"/> tells how much of it was.</summary>
    public Span<byte> Room() => _buffer.AsSpan(_filled, PartLengthMax);

    public void Take(int length) => _filled += length;

    public void EndPart()
    {
        if (_filled >= BlockEnd)
        {
            EndBlock();
        }
    }

    /// <summary>The hash of all that was put so far, in lower-case hexadecimal. Changes nothing.</summary>
    public string ToHex() => Convert.ToHexStringLower(SHA256.HashData(_buffer.AsSpan(0, _filled)));

    private void EndBlock()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, BlockEnd), hash);
        hash.CopyTo(_buffer);
        _buffer.AsSpan(BlockEnd, _filled - BlockEnd).CopyTo(_buffer.AsSpan(SHA256.HashSizeInBytes));
        _filled -= BlockLength;
    }
}
