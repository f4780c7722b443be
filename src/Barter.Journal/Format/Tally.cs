using System.Buffers.Binary;
using Barter.Model;

namespace Barter.Journal;

/// <summary>Counts what a journal is made of.</summary>
internal static class Tally
{
    public static JournalStatistics Of(IJournalDisk disk)
    {
        using var scan = new JournalScan(disk);
        var (counts, bytes) = (new long[256], new long[256]);
        Timestamp? first = null;
        Timestamp? last = null;
        while (scan.Next(out var body))
        {
            counts[body[0]]++;
            bytes[body[0]] += body.Length;
            last = new Timestamp(BinaryPrimitives.ReadInt64LittleEndian(body[1..]));
            first ??= last;
        }

        Tear.BytesOf(disk, scan);
        var kinds = Enumerable.Range(0, counts.Length)
            .Where(kind => counts[kind] > 0)
            .Select(kind => new JournalStatistics.KindCount(NameOf((EntryKind)kind), counts[kind], bytes[kind]))
            .ToValueList();
        return new JournalStatistics(
            scan.Header?.Session, scan.Chain.Number, kinds, first, last, BytesOf(disk), scan.Segments,
            scan.Chain.Seals);
    }

    private static string NameOf(EntryKind kind) => kind is >= EntryKind.Market and <= EntryKind.MarketLast
        ? $"{nameof(EntryKind.Market)}.{(MarketEventKind)(kind - EntryKind.Market)}"
        : kind.ToString();

    private static long BytesOf(IJournalDisk disk)
    {
        var bytes = 0L;
        foreach (var name in disk.List().Where(SegmentHeader.IsName))
        {
            using var file = disk.OpenRead(name);
            bytes += file.Length;
        }

        return bytes;
    }
}
