using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>From one time up to, and without, another; each may be none.</summary>
internal readonly record struct TimeRange(Timestamp? From, Timestamp? To)
{
    private readonly long _from = (From ?? Timestamp.MinValue).UnixNanos;

    public bool Has(Timestamp time) => Has(time.UnixNanos);

    public bool Has(long nanos) => nanos >= _from && (To is not { } to || nanos < to.UnixNanos);

    public bool HasAllOf(in BlockEntry block) => Has(block.Earliest) && Has(block.Latest);

    /// <summary>Whether it may have something between two times.</summary>
    public bool Touches(Timestamp earliest, Timestamp latest) =>
        latest.UnixNanos >= _from && (To is not { } to || earliest < to);
}
