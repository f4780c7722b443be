using Barter.Journal;
using Barter.Model;

namespace Barter.Actors;

/// <summary>Where and how a session's journal is kept.</summary>
public sealed record JournalSettings
{
    /// <summary>How often the state is kept where nobody says.</summary>
    public const int UsualSnapshotEvery = 250_000;

    internal JournalSettings(Func<string, IJournalDisk> disk, string place) => (Disk, Place) = (disk, place);

    /// <summary>When what happened is made durable. An order is never sent before it is.</summary>
    public FlushPolicy Flush { get; init; } = FlushPolicy.EveryIntent;

    /// <summary>
    /// After how many events the whole state is kept as well, so that a restart need not begin at the first; 0 for
    /// never. It needs a strategy and a risk policy that are an <see cref="Barter.Engine.Strategies.ISnapshotState"/>.
    /// </summary>
    public int SnapshotEvery { get; init; } = UsualSnapshotEvery;

    /// <summary>The name of the strategy, for those who read the journal; a session goes on with it only.</summary>
    public string? Strategy { get; init; }

    /// <summary>Its parameters, each <c>name=value</c>.</summary>
    public ValueList<string> Parameters { get; init; } = [];

    /// <summary>Where, in words.</summary>
    public string Place { get; }

    internal Func<string, IJournalDisk> Disk { get; }

    /// <summary>Where snapshots are; none where there are none.</summary>
    internal Func<string, SessionCatalog>? Catalog { get; init; }

    /// <summary>A directory with one directory a session.</summary>
    public static JournalSettings At(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return new JournalSettings(session => JournalDisk.At(Path.Combine(directory, session)), directory)
        {
            Catalog = session => SessionCatalog.Open(Path.Combine(directory, session)),
        };
    }
}
