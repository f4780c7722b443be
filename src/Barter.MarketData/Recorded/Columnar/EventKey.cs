namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Where an event stands among those of many files: by place, then by file, then as it was written.</summary>
internal readonly record struct EventKey(long Place, int File, long Ordinal)
{
    public static readonly EventKey Never = new(long.MaxValue, int.MaxValue, long.MaxValue);

    /// <summary>Events of sound files never share a key; those of others may, and reading must go on.</summary>
    public bool IsBeforeOrAt(in EventKey other) => !other.IsBefore(this);

    public bool IsBefore(in EventKey other) => Place != other.Place
        ? Place < other.Place
        : File != other.File
            ? File < other.File
            : Ordinal < other.Ordinal;
}
