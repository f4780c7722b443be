using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Barter.Journal;

/// <summary>What stands at the start of a file of a journal.</summary>
/// <param name="Session">Whose it is.</param>
/// <param name="First">The number of its first entry.</param>
/// <param name="Hash">The hash of everything before it.</param>
internal sealed record SegmentHeader(string Session, long First, UInt128 Hash)
{
    public const ushort Version = 1;
    public const int FixedBytes = 8 + 2 + 2 + 8 + Frame.HashBytes;
    public const int SessionBytesMax = 255;
    public const int BytesMax = FixedBytes + SessionBytesMax + ChecksumBytes;

    private const int ChecksumBytes = 4;
    private const string Extension = ".journal";

    /// <summary>The first bytes of every file.</summary>
    public static ReadOnlySpan<byte> Magic => "barterjn"u8;

    public string FileName => NameOf(First);

    public int Length => FixedBytes + Encoding.UTF8.GetByteCount(Session) + ChecksumBytes;

    public static string NameOf(long first) => first.ToString("D20", CultureInfo.InvariantCulture) + Extension;

    public static long FirstOf(string name) => long.Parse(name.AsSpan(0, 20), NumberStyles.None, null);

    /// <summary>Whether a file is one of a journal, going by its name.</summary>
    public static bool IsName(string name) => name.Length == 20 + Extension.Length
        && name.EndsWith(Extension, StringComparison.Ordinal)
        && !name.AsSpan(0, 20).ContainsAnyExceptInRange('0', '9');

    /// <summary>The header of a journal's first file.</summary>
    public static SegmentHeader Genesis(string session) =>
        new(session, 0, BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(session))));

    /// <summary>The checksum with which the first frame behind the header goes on.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[^ChecksumBytes..]);

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        var session = bytes.AsSpan(FixedBytes, bytes.Length - FixedBytes - ChecksumBytes);
        Encoding.UTF8.GetBytes(Session, session);
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), (ushort)session.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(12), First);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(20), Hash);
        var checksum = Checksum.Of(bytes.AsSpan(0, bytes.Length - ChecksumBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - ChecksumBytes), checksum);
        return bytes;
    }

    /// <summary>The version, where the bytes start a file of a journal at all.</summary>
    public static ushort? VersionOf(ReadOnlySpan<byte> bytes) => bytes.Length >= 10 && bytes[..8].SequenceEqual(Magic)
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])
        : null;

    /// <summary>Reads a header of this version from the start of a file; null where it is damaged or cut.</summary>
    public static SegmentHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedBytes)
        {
            return null;
        }

        var length = FixedBytes + BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]) + ChecksumBytes;
        if (length > bytes.Length || Checksum.Of(bytes[..(length - ChecksumBytes)]) != ChecksumOf(bytes[..length]))
        {
            return null;
        }

        return new SegmentHeader(
            Encoding.UTF8.GetString(bytes[FixedBytes..(length - ChecksumBytes)]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadUInt128LittleEndian(bytes[20..]));
    }
}
