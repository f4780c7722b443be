using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Barter.Benchmarks.Measuring;
using Barter.Journal;
using Barter.Model;

namespace Barter.Benchmarks.Journals;

/// <summary><c>journal</c>: how fast a session's journal is written and read, and what the disk itself takes.</summary>
internal static class JournalVerb
{
    private const int Rounds = 5;
    private const int BatchEvents = 1_000;

    public static Task<int> Run(string[] args)
    {
        var directory = args is [var given] && !given.StartsWith('-') ? given : null;
        if (args.Length > 0 && directory is null)
        {
            var isHelp = args is ["--help"];
            (isHelp ? Console.Out : Console.Error).WriteLine(
                """
                usage: journal [DIR]
                Medians of several rounds. DIR chooses the disk; the system's temporary directory where it is left out.
                example: dotnet run -c Release --project tests/Barter.Benchmarks -- journal
                """);
            return Task.FromResult(isHelp ? 0 : 2);
        }

        var place = Path.Combine(directory ?? Path.GetTempPath(), $"barter-journal-{Environment.ProcessId}");
        Directory.CreateDirectory(place);
        try
        {
            Report.Print(Console.Out, [.. Measure(place)], "Barter.Journal", asJson: false);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }

        return Task.FromResult(0);
    }

    private static IEnumerable<Row> Measure(string place)
    {
        const int Events = 1_000_000;
        var events = Samples.Market(BatchEvents);
        using var batch = new JournalBatch();
        yield return Rate("encode market events", Events, () => Encode(batch, events, Events / BatchEvents));

        var hashed = new byte[128];
        yield return Rate("SHA-256 of an entry each", 100_000, () => Hash(hashed, 100_000));

        var writes = 0;
        yield return Rate("encode, append, flush each 1000", Events, () =>
        {
            using var journal = SessionJournal.Open(Disk(place, $"write-{writes++}"), "s", new JournalOptions());
            Write(journal, batch, events, Events / BatchEvents);
        });
        yield return Rate("encode, append, flush once", Events, () =>
        {
            using var journal = SessionJournal.Open(Disk(place, $"write-{writes++}"), "s", new JournalOptions());
            for (var i = 0; i < Events / BatchEvents; i++)
            {
                Encode(batch, events, 1);
                journal.Append(batch);
            }

            journal.Flush();
        });

        var disk = Disk(place, "write-0");
        yield return Rate("open (verify)", Events, () =>
        {
            using var journal = SessionJournal.Open(disk, "s", new JournalOptions());
        });
        yield return Rate("open and replay", Events, () =>
        {
            using var journal = SessionJournal.Open(disk, "s", new JournalOptions());
            journal.Replay(new Counter());
        });
        var bytes = JournalFile.Stat(disk).Bytes;
        yield return new Row("bytes an event", (double)bytes / Events, "B");
        foreach (var row in Syncs(place, events))
        {
            yield return row;
        }
    }

    private static void Encode(JournalBatch batch, MarketEvent[] events, int times)
    {
        for (var i = 0; i < times; i++)
        {
            batch.Clear();
            foreach (ref readonly var told in events.AsSpan())
            {
                batch.AddMarket(told.TimeReceived, told);
            }
        }
    }

    private static void Hash(byte[] bytes, int times)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < times; i++)
        {
            SHA256.HashData(bytes, hash);
        }
    }

    private static void Write(SessionJournal journal, JournalBatch batch, MarketEvent[] events, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Encode(batch, events, 1);
            journal.Append(batch);
            journal.Flush();
        }
    }

    /// <summary>The journal's flush of one intent beside the disk's own, in turns.</summary>
    private static Row[] Syncs(string place, MarketEvent[] events)
    {
        const int Times = 1_000;
        var (bare, flush) = (new double[Times], new double[Times]);
        using var file = Disk(place, "bare").OpenAppend("bare");
        using var journal = SessionJournal.Open(Disk(place, "flush"), "s", new JournalOptions());
        using var batch = new JournalBatch();
        var bytes = new byte[128];
        for (var i = 0; i < Times; i++)
        {
            bare[i] = Micros(() =>
            {
                file.Append(bytes);
                file.Flush();
            });
            flush[i] = Micros(() =>
            {
                batch.Clear();
                batch.AddMarket(events[0].TimeReceived, events[0]);
                batch.Add(Samples.Intent);
                journal.Append(batch);
                journal.Flush();
            });
        }

        Array.Sort(bare);
        Array.Sort(flush);
        return
        [
            new Row("128 B and fsync, p50", bare[Times / 2], "us"),
            new Row("128 B and fsync, p99", bare[Times * 99 / 100], "us"),
            new Row("event and intent, flush, p50", flush[Times / 2], "us"),
            new Row("event and intent, flush, p99", flush[Times * 99 / 100], "us"),
        ];
    }

    private static double Micros(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static Row Rate(string name, int operations, Action round)
    {
        var rates = new double[Rounds];
        for (var i = -1; i < Rounds; i++)
        {
            GC.Collect();
            var seconds = Micros(round) / 1e6;
            rates[Math.Max(i, 0)] = operations / seconds;
        }

        return new Row(name, Measuring.Rounds.Median(rates), "/s");
    }

    private static JournalDisk Disk(string place, string name) => JournalDisk.At(Path.Combine(place, name));

    private sealed class Counter : IJournalReader
    {
        public long Markets { get; private set; }

        public void Market(long number, Timestamp now, in MarketEvent told) => Markets++;

        public void Entry(long number, JournalEntry entry) =>
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{number}: {entry}"));
    }
}
