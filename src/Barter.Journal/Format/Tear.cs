using System.Buffers.Binary;

namespace Barter.Journal;

/// <summary>Tells what a crash left of a write from what was whole once and is no more.</summary>
internal static class Tear
{
    /// <summary>How many bytes a crash left of a write behind the place where the scan stopped.</summary>
    /// <param name="disk">Where the journal is.</param>
    /// <param name="scan">At its end.</param>
    /// <param name="session">Whose it is, where that is known without its files.</param>
    /// <exception cref="JournalException">What is there was not left by a crash.</exception>
    public static long BytesOf(IJournalDisk disk, JournalScan scan, string? session = null)
    {
        if (scan.Break is not { } found)
        {
            return 0;
        }

        using var file = disk.OpenRead(found.File);
        var rest = found.MayBeTorn ? Read(file, found.Position) : [];
        var isTorn = found.MayBeTorn && (found.Position > 0 ? !HasWholeFrame(rest) : IsPartOf(rest, scan, session));
        return isTorn ? rest.Length : throw found.AsException();
    }

    /// <summary>Whether the bytes are those of the header that should be there, and then nothing.</summary>
    private static bool IsPartOf(ReadOnlySpan<byte> bytes, JournalScan scan, string? session)
    {
        if (scan.Header is null && session is null)
        {
            // Whoever only reads does not know the name, and need not: the writer will look
            return bytes.Length < SegmentHeader.BytesMax && !HasWholeFrame(bytes);
        }

        var header = scan.Header is { } before
            ? before with { First = scan.Chain.Number, Hash = scan.Chain.Hash }
            : SegmentHeader.Genesis(session!);
        return !bytes[bytes.CommonPrefixLength(header.ToBytes())..].ContainsAnyExcept((byte)0);
    }

    /// <summary>
    /// Whether there is a seal, or a frame that goes on from the one before it; one alone cannot be told from chance.
    /// </summary>
    public static bool HasWholeFrame(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length > Frame.HeadBytes; bytes = bytes[1..])
        {
            if (!TryFrame(bytes, out var frame))
            {
                continue;
            }

            if (IsSeal(frame))
            {
                return true;
            }

            if (TryFrame(bytes[frame.Length..], out var next)
                && Checksum.Of(Frame.Checksum(frame), next[Frame.HeadBytes..]) == Frame.Checksum(next))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many entries there were at the last seal in the bytes, if there is one.</summary>
    public static long? LastSealed(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.Length - Frame.SealBytes; at >= 0; at--)
        {
            if (TryFrame(bytes[at..], out var frame) && IsSeal(frame))
            {
                return BinaryPrimitives.ReadInt64LittleEndian(frame[(Frame.HeadBytes + 1)..]);
            }
        }

        return null;
    }

    private static bool IsSeal(ReadOnlySpan<byte> frame) => frame.Length == Frame.SealBytes
        && frame[Frame.HeadBytes] == (byte)EntryKind.Seal
        && Checksum.Of(0, frame[Frame.HeadBytes..]) == Frame.Checksum(frame);

    private static bool TryFrame(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (bytes.Length < Frame.HeadBytes + Frame.BodyBytesMin)
        {
            return false;
        }

        var length = Frame.BodyLength(bytes);
        if (length is < Frame.BodyBytesMin or > Frame.BodyBytesMax || length > bytes.Length - Frame.HeadBytes)
        {
            return false;
        }

        frame = bytes[..(Frame.HeadBytes + length)];
        return true;
    }

    public static byte[] Read(IJournalFile file, long from)
    {
        var bytes = new byte[file.Length - from];
        var count = 0;
        while (count < bytes.Length && file.Read(from + count, bytes.AsSpan(count)) is var read and > 0)
        {
            count += read;
        }

        return bytes[..count];
    }
}
