using System.Buffers.Binary;
using System.Numerics;

namespace Barter.Journal;

/// <summary>CRC-32C (Castagnoli) that runs on from frame to frame.</summary>
internal static class Checksum
{
    /// <summary>Of the checksum before, the length of the body and the body.</summary>
    public static uint Of(uint before, ReadOnlySpan<byte> body) =>
        ~Add(BitOperations.Crc32C(BitOperations.Crc32C(uint.MaxValue, before), (uint)body.Length), body);

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Add(uint.MaxValue, bytes);

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var rest in bytes)
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return crc;
    }
}
