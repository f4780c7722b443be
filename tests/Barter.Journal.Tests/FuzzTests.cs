using Xunit.Abstractions;

namespace Barter.Journal.Tests;

public class FuzzTests(ITestOutputHelper output)
{
    private const int Mutants = 100_000;

    [Fact]
    public void A_mutated_journal_is_refused_or_read_up_to_where_it_is_what_was_written()
    {
        var (refused, shorter, same) = (0, 0, 0);
        for (var i = 0; i < Mutants; i += 500)
        {
            var dice = new Dice(Dice.Seed + i);
            var (disk, bodies) = Journal(dice);
            for (var j = 0; j < 500; j++)
            {
                var mutant = new MemoryDisk();
                foreach (var name in disk.List())
                {
                    mutant.Put(name, disk.Bytes(name));
                }

                var how = Mutate(mutant, dice);
                try
                {
                    using var journal = mutant.Open();
                    var count = Same(journal, bodies, $"seed {Dice.Seed + i}, mutant {j}: {how}");
                    (shorter, same) = count < bodies.Count ? (shorter + 1, same) : (shorter, same + 1);
                }
                catch (JournalException refusal) when (refusal.Kind != JournalFault.Disk)
                {
                    refused++;
                }
            }
        }

        output.WriteLine(
            $"BARTER_SEED={Dice.Seed}: {Mutants} mutants: {refused} refused, {shorter} cut, {same} whole");
        Assert.True(refused > Mutants / 4 && shorter > Mutants / 20, $"{refused} refused, {shorter} cut");
    }

    private static (MemoryDisk Disk, List<byte[]> Bodies) Journal(Dice dice)
    {
        var (disk, bodies) = (new MemoryDisk(), new List<byte[]>());
        using var journal = disk.Open(Given.Options with { SegmentBytes = 500 });
        for (var i = 4 + dice.Below(8); i > 0; i--)
        {
            var entries = Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.Entry()).ToArray();
            journal.Append(entries);
            bodies.AddRange(entries.Select(Given.Body));
            if (dice.OneIn(2))
            {
                journal.Flush();
            }
        }

        return (disk, bodies);
    }

    private static string Mutate(MemoryDisk disk, Dice dice)
    {
        var names = disk.Segments();
        var name = names[dice.Below(names.Length)];
        switch (dice.Below(7))
        {
            case 0 or 1:
                var position = dice.Below(disk.Bytes(name).Length);
                disk.Flip(name, position, (byte)(1 << dice.Below(8)));
                return $"flip {position} of {name}";
            case 2:
                disk.Change(name, bytes => bytes[..dice.Below(bytes.Length)]);
                return $"cut {name}";
            case 3:
                disk.Change(name, bytes => Swap(bytes, dice));
                return $"swap in {name}";
            case 4:
                var other = names[dice.Below(names.Length)];
                var kept = disk.Bytes(name);
                disk.Put(name, disk.Bytes(other));
                disk.Put(other, kept);
                return $"swap {name} and {other}";
            case 5:
                disk.Change(name, bytes => Erase(bytes, dice));
                return $"take out of {name}";
            default:
                disk.Change(name, bytes => Overwrite(bytes, dice));
                return $"overwrite in {name}";
        }
    }

    private static byte[] Swap(byte[] bytes, Dice dice)
    {
        var length = 1 + dice.Below(bytes.Length / 2);
        var first = dice.Below(bytes.Length - (2 * length) + 1);
        var second = first + length + dice.Below(bytes.Length - first - (2 * length) + 1);
        var copy = bytes[first..(first + length)];
        bytes.AsSpan(second, length).CopyTo(bytes.AsSpan(first));
        copy.CopyTo(bytes.AsSpan(second));
        return bytes;
    }

    private static byte[] Erase(byte[] bytes, Dice dice)
    {
        var from = dice.Below(bytes.Length);
        return [.. bytes[..from], .. bytes[(from + dice.Below(bytes.Length - from))..]];
    }

    private static byte[] Overwrite(byte[] bytes, Dice dice)
    {
        var from = dice.Below(bytes.Length);
        var length = dice.Below(bytes.Length - from);
        var patch = dice.OneIn(2) ? new byte[length] : dice.Bytes(length);
        patch.CopyTo(bytes.AsSpan(from));
        return bytes;
    }

    private static int Same(SessionJournal journal, List<byte[]> bodies, string how)
    {
        var found = journal.Entries();
        Assert.True(found.Count <= bodies.Count, $"{how}: {found.Count} of {bodies.Count} entries");
        for (var i = 0; i < found.Count; i++)
        {
            Assert.True(bodies[i].AsSpan().SequenceEqual(Given.Body(found[i])), $"{how}: entry {i} differs");
        }

        return found.Count;
    }
}
