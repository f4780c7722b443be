using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Backtest;

/// <summary>
/// What is still to happen, in the order of time; at one time in the order of rank, then of scheduling.
/// </summary>
internal sealed class PendingQueue
{
    private readonly PriorityQueue<Pending, Due> _queue = new();
    private long _scheduled;

    /// <summary>Requests and reports that are on their way.</summary>
    public int InFlight { get; private set; }

    public bool TryPeek(out Due due) => _queue.TryPeek(out _, out due);

    public void Expiry(Timestamp time, ExchangeIndex exchange) =>
        Add(time, Rank.Expiry, new Pending(exchange, null, null, null));

    public void Request(Timestamp time, ExecutionRequest request) =>
        Add(time, Rank.Request, new Pending(request.Key.Exchange, request, null, null));

    public void Report(Timestamp time, AccountEvent report) =>
        Add(time, Rank.Report, new Pending(report.Exchange, null, report, null));

    public void Timer(Timestamp time, EngineEvent.TimerElapsed timer) =>
        Add(time, Rank.Timer, new Pending(default, null, null, timer));

    public Pending Take(out Due due)
    {
        _queue.TryDequeue(out var pending, out due);
        InFlight -= due.IsInFlight ? 1 : 0;
        return pending;
    }

    private void Add(Timestamp time, Rank rank, Pending pending)
    {
        var due = new Due(time, rank, _scheduled++);
        InFlight += due.IsInFlight ? 1 : 0;
        _queue.Enqueue(pending, due);
    }

    /// <summary>What goes first at one time. Market events stand between <see cref="Expiry"/> and the rest.</summary>
    internal enum Rank : byte
    {
        /// <summary>An order that is good until midnight is not good at midnight.</summary>
        Expiry,

        /// <summary>A request that arrives now sees all that the market showed until now.</summary>
        Request,
        Report,
        Timer,
    }

    internal readonly record struct Due(Timestamp Time, Rank Rank, long Scheduled) : IComparable<Due>
    {
        public bool IsInFlight => Rank is Rank.Request or Rank.Report;

        public int CompareTo(Due other)
        {
            var byTime = Time.CompareTo(other.Time);
            var byRank = byTime != 0 ? byTime : (byte)Rank - (byte)other.Rank;
            return byRank != 0 ? byRank : Scheduled.CompareTo(other.Scheduled);
        }

        /// <summary>Whether it happens before a market event of that time.</summary>
        public bool IsBeforeMarketAt(Timestamp time) => Time < time || (Time == time && Rank == Rank.Expiry);
    }

    internal readonly record struct Pending(
        ExchangeIndex Exchange, ExecutionRequest? Request, AccountEvent? Report, EngineEvent.TimerElapsed? Timer);
}
