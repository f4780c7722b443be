using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Support;

/// <summary>Time passes when the test says so; the test hears of every timer that is set.</summary>
public sealed class SteppedScheduler : SchedulerBase
{
    public const string Hocon =
        "akka.scheduler.implementation = \"Akka.Support.SteppedScheduler, Akka.Embedded.Tests\"";

    private readonly TimerQueue _timers = new();
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();
    private TimeSpan _passed;

    public SteppedScheduler(Config config, ILoggingAdapter log) => _ = (config, log);

    public override DateTimeOffset Now => DateTimeOffset.UnixEpoch + _passed;

    public override TimeSpan MonotonicClock => _passed;

    /// <summary>The delay of the next timer that is set, or was and has not been asked for.</summary>
    public async Task<TimeSpan> NextDelay()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await _delays.Reader.ReadAsync(timeout.Token);
    }

    public void Elapse(TimeSpan time)
    {
        var end = _passed + time;
        while (TakeDue(end) is { } entry)
        {
            entry.Fire();
        }
    }

    internal override void Add(TimeSpan delay, TimerEntry entry)
    {
        lock (_timers)
        {
            _timers.Add(entry, _passed + delay);
            entry.JoinQueue(_timers);
        }

        _delays.Writer.TryWrite(delay);
    }

    internal override void Stop()
    {
    }

    private TimerEntry? TakeDue(TimeSpan end)
    {
        lock (_timers)
        {
            var entry = _timers.TakeDue(end);
            _passed = entry?.Due ?? end;
            return entry;
        }
    }
}
