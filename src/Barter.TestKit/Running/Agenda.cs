using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>What is still to happen, in the order of a backtest: by time, then by rank, then as it was noted.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, Due> _queue = new();
    private long _noted;

    /// <summary>Requests and reports that are on their way.</summary>
    public int InFlight { get; private set; }

    public bool TryPeek(out Due due) => _queue.TryPeek(out _, out due);

    public void Add(Timestamp time, Rank rank, Action deed)
    {
        var due = new Due(time, rank, _noted++);
        InFlight += due.IsInFlight ? 1 : 0;
        _queue.Enqueue(deed, due);
    }

    public Action Take(out Due due)
    {
        _queue.TryDequeue(out var deed, out due);
        InFlight -= due.IsInFlight ? 1 : 0;
        return deed!;
    }

    /// <summary>What goes first at one time. Market events stand between <see cref="Expiry"/> and the rest.</summary>
    internal enum Rank : byte
    {
        Expiry,
        Request,
        Report,
        Timer,

        /// <summary>What the link itself does: time out, ask again, break.</summary>
        Link,
    }

    internal readonly record struct Due(Timestamp Time, Rank Rank, long Noted) : IComparable<Due>
    {
        public bool IsInFlight => Rank is Rank.Request or Rank.Report;

        public int CompareTo(Due other) => (Time, Rank, Noted).CompareTo((other.Time, other.Rank, other.Noted));

        public bool IsBeforeMarketAt(Timestamp time) => Time < time || (Time == time && Rank == Rank.Expiry);
    }
}
