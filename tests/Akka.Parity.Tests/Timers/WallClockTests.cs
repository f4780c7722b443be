using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Timers;

/// <summary>The scheduler that runs by default, with times short enough to wait for.</summary>
public sealed class WallClockTests : ParityTest
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void A_message_comes_not_before_its_time()
    {
        var before = Sys.Scheduler.MonotonicClock;

        Sys.Scheduler.ScheduleTellOnce(Moment, TestActor, "x", ActorRefs.NoSender);

        ExpectMsg("x");
        Assert.True(Sys.Scheduler.MonotonicClock - before >= Moment - TimeSpan.FromMilliseconds(15));
    }

    [Fact]
    public void A_repeated_message_comes_again()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(
            TimeSpan.Zero, Moment, TestActor, "x", ActorRefs.NoSender);

        ExpectMsg("x");
        ExpectMsg("x");
        ExpectMsg("x");
        cancelable.Cancel();
    }

    [Fact]
    public void Receive_timeout_comes_when_nothing_does()
    {
        var actor = Spawn((message, context) =>
        {
            if (message is "set")
            {
                context.SetReceiveTimeout(Moment);
                return;
            }

            context.SetReceiveTimeout(null);
            TestActor.Tell(message);
        });

        actor.Tell("set", ActorRefs.NoSender);

        ExpectMsg<ReceiveTimeout>();
    }

    [Theory]
    [InlineData("a negative delay", -1)]
    [InlineData("a delay of a long gone instant", -100_000)]
    public void A_delay_in_the_past_is_refused(string row, int milliseconds)
    {
        Assert.NotEmpty(row);

        Assert.ThrowsAny<ArgumentException>(() => Sys.Scheduler.ScheduleTellOnce(
            TimeSpan.FromMilliseconds(milliseconds), TestActor, "x", ActorRefs.NoSender));
    }

    [Fact]
    public void An_action_that_fails_does_not_stop_the_scheduler()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, () => throw new InvalidOperationException("planned"));

        Sys.Scheduler.ScheduleTellOnce(Moment, TestActor, "x", ActorRefs.NoSender);

        ExpectMsg("x");
    }
}
