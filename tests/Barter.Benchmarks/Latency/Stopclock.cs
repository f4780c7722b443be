using System.Diagnostics;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Latency;

/// <summary>
/// Drives events by their schedule and takes the time of each measured one from the moment when it was due, not from
/// that when it was sent: a stall counts for every event that had to wait behind it.
/// </summary>
internal sealed class Stopclock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private LatencyHistogram _nanos = new();
    private Schedule _schedule = new(1, 1, 1);
    private TaskCompletionSource _met = new();
    private long _start;
    private int _arrived;

    /// <summary>Sends every event when it is due, from a thread that does nothing else.</summary>
    /// <param name="schedule">When.</param>
    /// <param name="send">Gets the number of the event and whether it is measured.</param>
    /// <exception cref="TimeoutException">A measured event has not arrived.</exception>
    public async Task<Repetition> RunAsync(Schedule schedule, Action<long, bool> send)
    {
        (_schedule, _arrived, _nanos) = (schedule, 0, new LatencyHistogram());
        _met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var collections = GC.CollectionCount(0);
        var feeder = new Thread(() => Send(send)) { IsBackground = true, Name = "feeder" };
        feeder.Start();
        feeder.Join();
        var rate = schedule.Events / Stopwatch.GetElapsedTime(_start).TotalSeconds;
        try
        {
            await _met.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{_arrived} of {schedule.Measured} measured events have arrived", late);
        }

        return new Repetition(_nanos, rate, GC.CollectionCount(0) - collections);
    }

    /// <summary>A measured event has arrived where the time is taken; they come in their order.</summary>
    public void Arrive()
    {
        var due = _start + _schedule.TicksTo((long)_arrived * _schedule.Every);
        _nanos.Record((long)Stopwatch.GetElapsedTime(due).TotalNanoseconds);
        if (++_arrived == _schedule.Measured)
        {
            _met.TrySetResult();
        }
    }

    /// <summary>Watches the clock all the time: a thread that sleeps would wake late, and count as latency.</summary>
    /// <remarks>It gives way to whoever is woken on its core, who would wait for a whole turn otherwise.</remarks>
    private void Send(Action<long, bool> send)
    {
        // A start that is a little ahead finds the feeder awake
        _start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 100);
        for (var number = 0L; number < _schedule.Events; number++)
        {
            var due = _start + _schedule.TicksTo(number);
            while (Stopwatch.GetTimestamp() < due)
            {
                Thread.Yield();
            }

            send(number, _schedule.IsMeasured(number));
        }
    }
}
