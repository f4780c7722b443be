using Barter.Benchmarks.Latency;

namespace Barter.Benchmarks.Tests;

public sealed class StopclockTests
{
    [Fact]
    public async Task A_stall_counts_for_every_event_that_was_due_meanwhile()
    {
        var clock = new Stopclock();
        var schedule = new Schedule(Rate: 1_000, Events: 100, Every: 1);

        var run = await clock.RunAsync(schedule, (number, _) =>
        {
            if (number == 0)
            {
                // The stall itself: as long as nearly all of the schedule, on the clock that it is measured by
                var until = TimeProvider.System.GetTimestamp() + schedule.TicksTo(90);
                SpinWait.SpinUntil(() => TimeProvider.System.GetTimestamp() >= until);
            }

            clock.Arrive();
        });

        // Half of the hundred were due in the first 50 ms, and none of them arrived before the 90th
        Assert.Equal(100, run.Nanos.Count);
        Assert.True(run.Micros(0.5m) >= 40_000, $"p50 is {run.Micros(0.5m)} us");
        Assert.True(run.Max >= 90_000, $"the longest is {run.Max} us");
    }

    [Theory]
    [InlineData(10, 1, 10)]
    [InlineData(10, 3, 4)]
    [InlineData(9, 3, 3)]
    [InlineData(1, 100, 1)]
    public void A_schedule_measures_as_many_as_it_marks(int events, int every, int measured)
    {
        var schedule = new Schedule(1_000, events, every);

        Assert.Equal(measured, schedule.Measured);
        Assert.Equal(measured, Enumerable.Range(0, events).Count(number => schedule.IsMeasured(number)));
    }
}
