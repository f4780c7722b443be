using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Timers;

public sealed class TimerTests() : ParityTest(VirtualTime)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_single_timer_fires_once_and_not_before_its_time()
    {
        var actor = Timed(timers => timers.StartSingleTimer("key", "fired", Second));

        Clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        Mark(actor, "not yet");
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        ExpectMsg("fired");
        Clock.Advance(10 * Second);
        Mark(actor, "not again");
    }

    [Fact]
    public void A_periodic_timer_fires_again_and_again()
    {
        Timed(timers => timers.StartPeriodicTimer("key", "fired", Second));

        for (var i = 0; i < 5; i++)
        {
            Clock.Advance(Second);
            ExpectMsg("fired");
        }
    }

    [Fact]
    public void A_periodic_timer_may_begin_at_another_time()
    {
        var actor = Timed(timers => timers.StartPeriodicTimer("key", "fired", 5 * Second, Second));

        Clock.Advance(4 * Second);
        Mark(actor, "not yet");
        Clock.Advance(Second);
        ExpectMsg("fired");
        Clock.Advance(Second);
        ExpectMsg("fired");
    }

    [Fact]
    public void A_timer_of_the_same_key_takes_the_place_of_the_first()
    {
        var actor = Timed(timers =>
        {
            timers.StartSingleTimer("key", "first", Second);
            timers.StartSingleTimer("key", "second", 2 * Second);
        });

        Clock.Advance(Second);
        Mark(actor, "replaced");
        Clock.Advance(Second);

        ExpectMsg("second");
    }

    [Fact]
    public void Timers_of_different_keys_go_side_by_side()
    {
        Timed(timers =>
        {
            timers.StartSingleTimer("one", "first", Second);
            timers.StartSingleTimer("two", "second", 2 * Second);
        });

        Clock.Advance(Second);
        ExpectMsg("first");
        Clock.Advance(Second);
        ExpectMsg("second");
    }

    [Theory]
    [InlineData("cancelled by key", "key")]
    [InlineData("cancelled with all", null)]
    public void A_cancelled_timer_does_not_fire(string row, string? key)
    {
        Assert.NotEmpty(row);
        var actor = Timed(timers =>
        {
            timers.StartPeriodicTimer("key", "fired", Second);
            Cancel(timers, key);
        });

        Clock.Advance(3 * Second);

        Mark(actor, "silence");
    }

    [Theory]
    [InlineData("cancelled by key", "key")]
    [InlineData("cancelled with all", null)]
    public void What_a_cancelled_timer_has_sent_already_is_not_heard(string row, string? key)
    {
        Assert.NotEmpty(row);
        var gate = new ManualResetEventSlim();
        var actor = Timed(timers => timers.StartSingleTimer("key", "fired", Second));
        Do(actor, timers =>
        {
            TestActor.Tell("waiting");
            gate.Wait();
            Cancel(timers, key);
        });
        ExpectMsg("waiting");

        Clock.Advance(Second);
        gate.Set();

        Mark(actor, "silence");
    }

    [Fact]
    public void What_a_replaced_timer_has_sent_already_is_not_heard()
    {
        var gate = new ManualResetEventSlim();
        var actor = Timed(timers => timers.StartSingleTimer("key", "old", Second));
        Do(actor, timers =>
        {
            TestActor.Tell("waiting");
            gate.Wait();
            timers.StartSingleTimer("key", "new", Second);
        });
        ExpectMsg("waiting");
        Clock.Advance(Second);
        gate.Set();
        Mark(actor, "the old one is not heard");

        Clock.Advance(Second);

        ExpectMsg("new");
    }

    [Fact]
    public void A_timer_says_whether_it_is_active()
    {
        var actor = Timed(timers => timers.StartSingleTimer("key", "fired", Second));
        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("key")));
        ExpectMsg(true);
        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("other")));
        ExpectMsg(false);

        Clock.Advance(Second);
        ExpectMsg("fired");

        Do(actor, timers => TestActor.Tell(timers.IsTimerActive("key")));
        ExpectMsg(false);
    }

    [Fact]
    public void A_restart_cancels_the_timers()
    {
        var actor = Timed(timers => timers.StartSingleTimer("key", "fired", Second));
        Do(actor, _ => throw new InvalidOperationException("planned"));
        Mark(actor, "restarted");

        Clock.Advance(2 * Second);

        Mark(actor, "silence");
    }

    [Fact]
    public void What_a_timer_sent_before_a_restart_is_not_heard_after_it()
    {
        var gate = new ManualResetEventSlim();
        var actor = Timed(timers => timers.StartSingleTimer("key", "old", Second));
        Do(actor, _ =>
        {
            TestActor.Tell("waiting");
            gate.Wait();
            throw new InvalidOperationException("planned");
        });
        ExpectMsg("waiting");

        Clock.Advance(Second);
        gate.Set();

        Mark(actor, "silence");
    }

    [Fact]
    public void A_timer_of_the_new_instance_is_not_taken_for_one_of_the_old()
    {
        var actor = Timed(timers => timers.StartSingleTimer("key", "old", Second));
        Do(actor, _ => throw new InvalidOperationException("planned"));
        Do(actor, timers => timers.StartSingleTimer("key", "new", 2 * Second));
        Mark(actor, "restarted");

        Clock.Advance(Second);
        Mark(actor, "the old one is not heard");
        Clock.Advance(Second);

        ExpectMsg("new");
    }

    [Fact]
    public void A_timer_that_every_instance_starts_is_heard_from_the_last_instance_only()
    {
        var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Starting(TestActor)));
        Action fail = () =>
        {
            TestActor.Tell("waiting");
            gate.Wait();
            throw new InvalidOperationException("planned");
        };
        actor.Tell(fail, ActorRefs.NoSender);
        ExpectMsg("waiting");
        Clock.Advance(Second);
        gate.Set();
        Mark(actor, "the first instance's timer is not heard");

        Clock.Advance(Second);

        ExpectMsg("fired");
    }

    [Fact]
    public void A_stopped_actor_s_timers_are_silent()
    {
        var actor = Timed(timers => timers.StartPeriodicTimer("key", "fired", Second));
        StopAndWait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));

        Clock.Advance(Second);
        Clock.Advance(Second);

        TestActor.Tell("silence", ActorRefs.NoSender);
        ExpectMsg("silence");
    }

    private static void Cancel(ITimerScheduler timers, string? key)
    {
        if (key is null)
        {
            timers.CancelAll();
            return;
        }

        timers.Cancel(key);
    }

    private static void Do(IActorRef actor, Action<ITimerScheduler> action) => actor.Tell(action, ActorRefs.NoSender);

    private IActorRef Timed(Action<ITimerScheduler> start)
    {
        var actor = Sys.ActorOf(Props.Create(() => new WithTimers(TestActor)));
        Do(actor, start);
        Mark(actor, "set");
        return actor;
    }

    /// <summary>Nothing came before the mark, which the actor hears behind whatever was sent to it.</summary>
    private void Mark(IActorRef actor, string mark)
    {
        actor.Tell(mark, ActorRefs.NoSender);
        ExpectMsg(mark);
    }

    private sealed class Starting : ReceiveActor, IWithTimers
    {
        public Starting(IActorRef witness)
        {
            Receive<Action>(action => action());
            ReceiveAny(message => witness.Tell(message));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartSingleTimer("key", "fired", Second);
    }

    private sealed class WithTimers : ReceiveActor, IWithTimers
    {
        public WithTimers(IActorRef witness)
        {
            Receive<Action<ITimerScheduler>>(action => action(Timers));
            ReceiveAny(message => witness.Tell(message));
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }
}
