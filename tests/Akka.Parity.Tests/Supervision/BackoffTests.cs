using Akka.Actor;
using Akka.Parity.Tests.Support;
using Akka.Pattern;

namespace Akka.Parity.Tests.Supervision;

public sealed class BackoffTests() : ParityTest(VirtualTime)
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(4);

    [Fact]
    public void The_child_starts_with_its_supervisor_under_the_name_given()
    {
        var supervisor = OnFailure();

        Assert.Equal(supervisor.Path / "child", ExpectStart().Path);
    }

    [Fact]
    public void Messages_go_through_to_the_child_with_their_sender()
    {
        var supervisor = OnFailure();
        ExpectStart();

        supervisor.Tell("echo", TestActor);

        ExpectMsg("echoed");
    }

    [Fact]
    public void The_current_child_can_be_asked_for()
    {
        var supervisor = OnFailure();
        var child = ExpectStart();

        supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance, TestActor);

        Assert.Equal(child, ExpectMsg<BackoffSupervisor.CurrentChild>().Ref);
    }

    [Fact]
    public void A_child_that_fails_comes_back_after_the_minimum()
    {
        var supervisor = OnFailure();
        Fail(supervisor, ExpectStart());

        Assert.Equal(1, RestartsAfter(supervisor, Min));
        ExpectStart();
    }

    [Fact]
    public void The_wait_doubles_up_to_the_maximum()
    {
        var supervisor = OnFailure();

        foreach (var seconds in new[] { 1, 2, 4, 4 })
        {
            Fail(supervisor, ExpectStart());
            Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            supervisor.Tell(BackoffSupervisor.GetCurrentChild.Instance, TestActor);
            ExpectMsg<BackoffSupervisor.CurrentChild>(current => current.Ref.IsNobody());
            Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        ExpectStart();
    }

    [Fact]
    public void A_child_that_stops_comes_back_when_stopping_is_a_failure()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnStop(ChildProps, "child", Min, Max, 0, -1)));
        var child = ExpectStart();
        End(supervisor, child, PoisonPill.Instance);

        Clock.Advance(Min);

        Assert.NotEqual(child, ExpectStart());
    }

    [Fact]
    public void A_child_that_stops_is_the_end_when_only_failing_is_a_failure()
    {
        var supervisor = OnFailure();
        var child = ExpectStart();
        Watch(supervisor);

        child.Tell(PoisonPill.Instance, ActorRefs.NoSender);

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void A_message_while_the_child_is_away_is_answered_as_configured()
    {
        var options = Backoff.OnFailure(ChildProps, "child", Min, Max, 0, -1).WithReplyWhileStopped("back soon");
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        Fail(supervisor, ExpectStart());

        supervisor.Tell("echo", TestActor);

        ExpectMsg("back soon");
    }

    [Fact]
    public void A_message_while_the_child_is_away_is_a_dead_letter()
    {
        var supervisor = OnFailure();
        Fail(supervisor, ExpectStart());

        EventFilter.DeadLetter<string>(text => text == "echo").ExpectOne(() => supervisor.Tell("echo", TestActor));
    }

    [Fact]
    public void A_child_that_holds_out_resets_the_count()
    {
        var options = Backoff.OnFailure(ChildProps, "child", Min, Max, 0, -1).WithAutoReset(TimeSpan.FromSeconds(2));
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        Fail(supervisor, ExpectStart());
        Assert.Equal(1, RestartsAfter(supervisor, Min));
        ExpectStart();

        Assert.Equal(0, RestartsAfter(supervisor, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void A_child_can_reset_the_count_itself()
    {
        var options = Backoff.OnFailure(ChildProps, "child", Min, Max, 0, -1).WithManualReset();
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(options));
        Fail(supervisor, ExpectStart());
        Assert.Equal(1, RestartsAfter(supervisor, Min));
        ExpectStart();

        supervisor.Tell("reset", TestActor);
        ExpectMsg("asked for reset");

        Assert.Equal(0, RestartsAfter(supervisor, TimeSpan.Zero));
    }

    [Fact]
    public void The_supervisor_ends_when_the_retries_are_used_up()
    {
        var supervisor = Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnFailure(ChildProps, "child", Min, Max, 0, 1)));
        Fail(supervisor, ExpectStart());
        Clock.Advance(Min);
        var second = ExpectStart();
        Watch(supervisor);

        second.Tell("fail", ActorRefs.NoSender);

        ExpectTerminated(supervisor);
    }

    private Props ChildProps => Props.Create(() => new Child(TestActor));

    private IActorRef OnFailure() =>
        Sys.ActorOf(BackoffSupervisor.Props(Backoff.OnFailure(ChildProps, "child", Min, Max, 0, -1)));

    private IActorRef ExpectStart() => ExpectMsg<IActorRef>();

    private void Fail(IActorRef supervisor, IActorRef child) => End(supervisor, child, "fail");

    /// <summary>
    /// Time may go on once the supervisor has heard of the end of its child, which is told to it in two steps.
    /// </summary>
    private void End(IActorRef supervisor, IActorRef child, object message)
    {
        var watcher = CreateTestProbe();
        watcher.Watch(child);
        child.Tell(message, ActorRefs.NoSender);
        watcher.ExpectTerminated(child);
        Settle(supervisor);
        Settle(supervisor);
    }

    private int RestartsAfter(IActorRef supervisor, TimeSpan time)
    {
        var asker = CreateTestProbe();
        Clock.Advance(time);
        supervisor.Tell(BackoffSupervisor.GetRestartCount.Instance, asker.Ref);
        return asker.ExpectMsg<BackoffSupervisor.RestartCount>().Count;
    }

    private sealed class Child : ReceiveActor
    {
        public Child(IActorRef witness)
        {
            witness.Tell(Self);
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException("planned"));
            Receive<string>(text => text == "reset", _ =>
            {
                Context.Parent.Tell(BackoffSupervisor.Reset.Instance);
                Sender.Tell("asked for reset");
            });
            ReceiveAny(_ => Sender.Tell("echoed"));
        }
    }
}
