using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Timers;

public sealed class SchedulerTests() : ParityTest(VirtualTime)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_message_comes_once_at_its_time_with_its_sender()
    {
        var sender = CreateTestProbe();
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "x", sender.Ref);

        Clock.Advance(Second - TimeSpan.FromTicks(1));
        Mark("not yet");
        Clock.Advance(TimeSpan.FromTicks(1));

        ExpectMsg("x");
        Assert.Equal(sender.Ref, LastSender);
        Clock.Advance(Second);
        Mark("not again");
    }

    [Fact]
    public void A_repeated_message_comes_first_after_the_delay_and_then_at_every_interval()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(2 * Second, Second, TestActor, "x", ActorRefs.NoSender);

        Clock.Advance(Second);
        Mark("not yet");
        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(Second);
            ExpectMsg("x");
        }
    }

    [Fact]
    public void A_cancelled_message_does_not_come()
    {
        var cancelable = Sys.Scheduler.ScheduleTellOnceCancelable(Second, TestActor, "x", ActorRefs.NoSender);

        cancelable.Cancel();
        Clock.Advance(Second);

        Assert.True(cancelable.IsCancellationRequested);
        Mark("silence");
    }

    [Fact]
    public void A_repeated_message_can_be_cancelled_half_way()
    {
        var cancelable = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(
            Second, Second, TestActor, "x", ActorRefs.NoSender);
        Clock.Advance(Second);
        ExpectMsg("x");

        cancelable.Cancel();
        Clock.Advance(Second);

        Mark("silence");
    }

    [Fact]
    public void An_action_runs_at_its_time()
    {
        Sys.Scheduler.Advanced.ScheduleOnce(Second, () => TestActor.Tell("ran"));

        Clock.Advance(Second);

        ExpectMsg("ran");
    }

    [Fact]
    public void A_repeated_action_runs_until_it_is_cancelled()
    {
        var cancelable = new Cancelable(Sys.Scheduler.Advanced);
        Sys.Scheduler.Advanced.ScheduleRepeatedly(Second, Second, () => TestActor.Tell("ran"), cancelable);
        Clock.Advance(Second);
        ExpectMsg("ran");
        Clock.Advance(Second);
        ExpectMsg("ran");

        cancelable.Cancel();
        Clock.Advance(Second);

        Mark("silence");
    }

    [Fact]
    public void A_cancelable_can_cancel_itself_after_a_while()
    {
        var cancelable = new Cancelable(Sys.Scheduler.Advanced);
        cancelable.CancelAfter(Second);
        Assert.False(cancelable.IsCancellationRequested);

        Clock.Advance(Second);

        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void What_is_due_first_comes_first()
    {
        Sys.Scheduler.ScheduleTellOnce(3 * Second, TestActor, "third", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "first", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(2 * Second, TestActor, "second", ActorRefs.NoSender);

        Clock.Advance(3 * Second);

        ExpectMsg("first");
        ExpectMsg("second");
        ExpectMsg("third");
    }

    [Fact]
    public void The_clock_can_be_set_to_an_instant_but_never_back()
    {
        var start = Clock.Now;

        Clock.AdvanceTo(start + Second);

        Assert.Equal(start + Second, Clock.Now);
        Assert.Throws<InvalidOperationException>(() => Clock.AdvanceTo(start));
    }

    private void Mark(string mark)
    {
        TestActor.Tell(mark, ActorRefs.NoSender);
        ExpectMsg(mark);
    }
}
