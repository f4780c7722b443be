using System.Buffers.Binary;

namespace Barter.Engine.Audit;

/// <summary>Writes numbers one behind the other.</summary>
internal ref struct DigestPen(Span<byte> room)
{
    private readonly Span<byte> _room = room;

    /// <summary>How many bytes were written.</summary>
    public int At { get; private set; }

    public static bool IsShort(long value) => unchecked((int)value) == value;

    public void Put(byte value) => _room[At++] = value;

    public void Put(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_room[At..], value);
        At += sizeof(int);
    }

    public void Put(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_room[At..], value);
        At += sizeof(long);
    }

    /// <summary>Puts 4 bytes where the value is known to fit, and otherwise 8.</summary>
    public void Put(long value, bool isShort)
    {
        if (isShort)
        {
            Put((int)value);
        }
        else
        {
            Put(value);
        }
    }
}
