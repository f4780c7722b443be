using System.Buffers.Binary;

namespace Barter.Journal;

/// <summary>What stands around every entry: length, checksum, body.</summary>
internal static class Frame
{
    public const int HeadBytes = 8;
    public const int BodyBytesMin = 9;
    public const int BodyBytesMax = 64 << 20;

    /// <summary>Kind, number of the next entry, hash.</summary>
    public const int SealBodyBytes = 1 + 8 + HashBytes;
    public const int SealBytes = HeadBytes + SealBodyBytes;
    public const int HashBytes = 16;

    public static int BodyLength(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadInt32LittleEndian(frame);

    public static uint Checksum(ReadOnlySpan<byte> frame) => BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]);

    /// <summary>Writes length and checksum in front of a body that is there; gives the checksum.</summary>
    public static uint Close(Span<byte> frame, uint before)
    {
        var body = frame[HeadBytes..];
        var checksum = Journal.Checksum.Of(before, body);
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], checksum);
        return checksum;
    }

    public static void WriteSeal(Span<byte> frame, long number, ReadOnlySpan<byte> hash)
    {
        var body = frame[HeadBytes..];
        body[0] = (byte)EntryKind.Seal;
        BinaryPrimitives.WriteInt64LittleEndian(body[1..], number);
        hash.CopyTo(body[9..]);
        Close(frame[..SealBytes], before: 0);
    }
}
