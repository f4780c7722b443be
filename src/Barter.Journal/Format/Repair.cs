using Barter.Model;

namespace Barter.Journal;

/// <summary>Makes a broken journal one that can be opened: its good beginning, and the rest beside it.</summary>
internal static class Repair
{
    /// <remarks>Everything is copied and durable before anything is removed, so that a crash repeats it.</remarks>
    public static JournalRepaired Of(IJournalDisk disk)
    {
        using var held = disk.Lock();
        using var scan = new JournalScan(disk);
        while (scan.Next(out _))
        {
        }

        var kept = scan.Chain.Number;
        if (scan.Break is not { } found)
        {
            return new JournalRepaired(kept, null, 0, 0, ValueList<string>.Empty);
        }

        var (bytes, last, aside) = (0L, kept, new List<string>());
        string[] names = [.. disk.List().Where(name => SegmentHeader.IsName(name)
            && string.CompareOrdinal(name, found.File) >= 0)];
        foreach (var name in names)
        {
            var from = ReferenceEquals(name, names[0]) ? found.Position : 0;
            using var file = disk.OpenRead(name);
            var rest = Tear.Read(file, from);
            if (rest.Length > 0)
            {
                aside.Add(PutAside(disk, name, from, rest));
                bytes += rest.Length;
                last = Math.Max(last, Tear.LastSealed(rest) ?? 0);
            }
        }

        Remove(disk, names, found);
        var damage = string.Create(null, $"{found.File}, byte {found.Position}: {found.What}");
        return new JournalRepaired(kept, damage, bytes, last - kept, aside.ToValueList());
    }

    private static string PutAside(IJournalDisk disk, string name, long from, ReadOnlySpan<byte> bytes)
    {
        var taken = disk.List();
        var start = string.Create(null, $"{name}.{from}.broken");
        var free = start;
        for (var i = 2; taken.Contains(free, StringComparer.Ordinal); i++)
        {
            free = string.Create(null, $"{start}.{i}");
        }

        using var file = disk.OpenAppend(free);
        file.Append(bytes);
        file.Flush();
        return free;
    }

    // The last first, so that what is left never has a hole
    private static void Remove(IJournalDisk disk, string[] names, Break found)
    {
        foreach (var name in names.Skip(1).Reverse())
        {
            disk.Delete(name);
        }

        if (found.Position == 0)
        {
            disk.Delete(found.File);
            return;
        }

        using var file = disk.OpenAppend(found.File);
        file.Truncate(found.Position);
        file.Flush();
    }
}
