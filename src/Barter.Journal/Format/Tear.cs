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
        var header = scan.Header is { } before
            ? before with { First = scan.Chain.Number, Hash = scan.Chain.Hash }
            : SegmentHeader.Genesis(session ?? "");
        var whole = scan.Header is null && session is null ? SegmentHeader.Magic : header.ToBytes();
        return !bytes[bytes.CommonPrefixLength(whole)..].ContainsAnyExcept((byte)0);
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

            var body = frame[Frame.HeadBytes..];
            if (body[0] == (byte)EntryKind.Seal && body.Length == Frame.SealBodyBytes
                && Checksum.Of(0, body) == Frame.Checksum(frame))
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

    private static byte[] Read(IJournalFile file, long from)
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
