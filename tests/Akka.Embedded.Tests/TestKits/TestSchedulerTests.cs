using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Configs;

namespace Akka.TestKits;

public sealed class TestSchedulerTests : TestKit.Xunit2.TestKit
{
    public TestSchedulerTests()
        : base(TestConfigs.TestSchedulerConfig)
    {
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Nothing_is_due_before_its_time()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.FromDays(1), TestActor, "tomorrow", ActorRefs.NoSender);

        Scheduler.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.False(HasMessages);

        Scheduler.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("tomorrow", ReceiveOne(TimeSpan.Zero));
    }

    [Fact]
    public void Messages_come_in_the_order_of_their_times_and_then_in_that_of_their_scheduling()
    {
        foreach (var (seconds, message) in new[] { (3, "d"), (1, "a"), (2, "b"), (3, "e"), (2, "c") })
        {
            Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(seconds), TestActor, message, ActorRefs.NoSender);
        }

        Scheduler.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(["a", "b", "c", "d", "e"], ReceiveN(5, TimeSpan.Zero));
    }

    [Fact]
    public void A_periodic_message_comes_as_often_as_it_is_due_and_in_time_order_with_others()
    {
        Scheduler.ScheduleTellRepeatedly(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TestActor, "tick", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(4), TestActor, "once", ActorRefs.NoSender);

        Scheduler.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(["tick", "tick", "once", "tick"], ReceiveN(4, TimeSpan.Zero));
        Assert.False(HasMessages);
    }

    [Fact]
    public void What_is_scheduled_while_time_passes_is_due_by_the_time_it_was_scheduled_at()
    {
        var start = Scheduler.Now;
        var heard = new List<double>();
        Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(2), () =>
        {
            heard.Add((Scheduler.Now - start).TotalSeconds);
            Scheduler.Advanced.ScheduleOnce(
                TimeSpan.FromSeconds(3), () => heard.Add((Scheduler.Now - start).TotalSeconds));
        });

        Scheduler.AdvanceTo(start.AddSeconds(10));

        Assert.Equal([2.0, 5.0], heard);
        Assert.Equal(start.AddSeconds(10), Scheduler.Now);
    }

    [Fact]
    public void What_is_cancelled_is_not_heard()
    {
        var cancelable = new Cancelable(Scheduler);
        Scheduler.ScheduleTellRepeatedly(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TestActor, "tick", ActorRefs.NoSender, cancelable);
        Scheduler.Advance(TimeSpan.FromSeconds(2));
        cancelable.Cancel();
        Scheduler.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["tick", "tick"], ReceiveN(2, TimeSpan.Zero));
        Assert.False(HasMessages);
    }

    [Fact]
    public void Timers_of_actors_go_by_it()
    {
        ActorOf(Props.Create(() => new Alarm(TestActor)));
        ExpectMsg("set");

        Scheduler.Advance(TimeSpan.FromHours(8));

        ExpectMsg("wake up");
    }

    [Fact]
    public void Time_does_not_go_back()
    {
        var now = Scheduler.Now;
        Scheduler.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("time does not go back", Assert.ThrowsAny<Exception>(() => Scheduler.AdvanceTo(now)).Message);
        Assert.ThrowsAny<ArgumentException>(() => Scheduler.Advance(TimeSpan.FromTicks(-1)));
    }

    private sealed class Alarm : ReceiveActor, IWithTimers
    {
        private readonly IActorRef _sleeper;

        public Alarm(IActorRef sleeper)
        {
            _sleeper = sleeper;
            Receive<string>(text => _sleeper.Tell(text));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart()
        {
            Timers.StartSingleTimer("alarm", "wake up", TimeSpan.FromHours(8));
            _sleeper.Tell("set");
        }
    }
}
