using Barter.Model;

namespace Barter.Journal;

/// <summary>Reads a journal without being its writer, who may be writing meanwhile; and repairs one.</summary>
public static class JournalFile
{
    /// <summary>Verifies a journal and tells its entries in order, up to the last that is whole.</summary>
    /// <param name="disk">Where it is.</param>
    /// <param name="reader">Is told.</param>
    /// <param name="from">The number of the first entry that is told.</param>
    /// <exception cref="JournalException">It is broken, it is of a newer version, or the disk fails.</exception>
    public static JournalFound Read(IJournalDisk disk, IJournalReader reader, long from = 0)
    {
        return Reading("read", () =>
        {
            using var scan = new JournalScan(disk);
            string? ended = null;
            while (scan.Next(out var body))
            {
                ended = body[0] == (byte)EntryKind.Ended ? scan.ReasonOf(body) : null;
                if (scan.Chain.Number > from)
                {
                    Tell(scan, reader, body);
                }
            }

            return new JournalFound(scan.Chain.Number, Tear.BytesOf(disk, scan), scan.Header is null, ended);
        });
    }

    /// <summary>Checks every byte, and that every entry can be understood.</summary>
    /// <exception cref="JournalException">It is broken, it is of a newer version, or the disk fails.</exception>
    public static JournalFound Verify(IJournalDisk disk) => Read(disk, new Silent());

    /// <summary>Counts what there is, up to the last entry that is whole.</summary>
    /// <exception cref="JournalException">It is broken, it is of a newer version, or the disk fails.</exception>
    public static JournalStatistics Stat(IJournalDisk disk) => Reading("read", () => Tally.Of(disk));

    /// <summary>
    /// Keeps everything before the first broken place, and copies the rest to files beside it before it is cut off.
    /// </summary>
    /// <exception cref="JournalException">A writer has it, it is of a newer version, or the disk fails.</exception>
    public static JournalRepaired Repair(IJournalDisk disk) =>
        Reading("repaired", () => Journal.Repair.Of(disk));

    internal static void Tell(IJournalDisk disk, IJournalReader reader, long from, long to) => Reading("read", () =>
    {
        using var scan = new JournalScan(disk, hashes: false);
        while (scan.Chain.Number < to)
        {
            if (!scan.Next(out var body))
            {
                throw scan.Break?.AsException() ?? new JournalException(
                    JournalFault.Broken, string.Create(null, $"entry {scan.Chain.Number} was there and is no more"));
            }

            if (scan.Chain.Number > from)
            {
                Tell(scan, reader, body);
            }
        }

        return to;
    });

    internal static void Tell(JournalScan scan, IJournalReader reader, ReadOnlySpan<byte> body)
    {
        try
        {
            EntryCodec.Tell(reader, scan.Chain.Number - 1, body);
        }
        catch (FormatException malformed)
        {
            throw scan.Unreadable(malformed);
        }
    }

    private static T Reading<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (DiskFaults.IsOne(failure))
        {
            throw DiskFaults.As($"the journal cannot be {what}", failure);
        }
    }

    private sealed class Silent : IJournalReader
    {
        public void Market(long number, Timestamp now, in MarketEvent told)
        {
        }

        public void Entry(long number, JournalEntry entry)
        {
        }
    }
}
