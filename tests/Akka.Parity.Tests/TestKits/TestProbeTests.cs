using Akka.Actor;
using Akka.Parity.Tests.Support;
using Akka.TestKit;

namespace Akka.Parity.Tests.TestKits;

public sealed class TestProbeTests : ParityTest
{
    [Fact]
    public void A_probe_is_an_actor_of_its_own()
    {
        var (one, other) = (CreateTestProbe(), CreateTestProbe());

        one.Ref.Tell("x", ActorRefs.NoSender);
        other.Ref.Tell("y", ActorRefs.NoSender);
        TestActor.Tell("z", ActorRefs.NoSender);

        one.ExpectMsg("x");
        other.ExpectMsg("y");
        ExpectMsg("z");
    }

    [Fact]
    public void Send_tells_with_the_probe_as_sender()
    {
        var probe = CreateTestProbe();
        var echo = Spawn((message, context) => context.Sender.Tell(message));

        probe.Send(echo, "x");

        probe.ExpectMsg("x");
    }

    [Fact]
    public void Reply_answers_who_told_the_last_message()
    {
        var (probe, asker) = (CreateTestProbe(), CreateTestProbe());
        probe.Ref.Tell("question", asker.Ref);
        probe.ExpectMsg("question");

        probe.Reply("answer");

        asker.ExpectMsg("answer");
        Assert.Equal(asker.Ref, probe.LastSender);
        Assert.Equal(probe.Ref, asker.LastSender);
    }

    [Fact]
    public void Forward_passes_the_last_message_on_with_its_sender()
    {
        var (probe, asker, next) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        probe.Ref.Tell("question", asker.Ref);
        probe.ExpectMsg("question");

        probe.Forward(next.Ref);

        next.ExpectMsg("question");
        Assert.Equal(asker.Ref, next.LastSender);
    }

    [Fact]
    public void Forward_may_pass_on_another_message()
    {
        var (probe, asker, next) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        probe.Ref.Tell("question", asker.Ref);
        probe.ExpectMsg("question");

        probe.Forward(next.Ref, "instead");

        next.ExpectMsg("instead");
        Assert.Equal(asker.Ref, next.LastSender);
    }

    [Fact]
    public void A_probe_can_watch()
    {
        var probe = CreateTestProbe();
        var actor = Spawn((_, _) => { });
        probe.Watch(actor);

        Sys.Stop(actor);

        Assert.Equal(actor, probe.ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public void A_probe_has_the_name_it_was_given() =>
        Assert.StartsWith("named", CreateTestProbe("named").Ref.Path.Name, StringComparison.Ordinal);

    [Fact]
    public void An_auto_pilot_answers_by_itself_and_the_probe_still_hears()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"heard {message}", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        }));

        probe.Ref.Tell("x", TestActor);
        probe.Ref.Tell("y", TestActor);

        ExpectMsg("heard x");
        ExpectMsg("heard y");
        probe.ExpectMsg("x");
        probe.ExpectMsg("y");
    }

    [Fact]
    public void An_auto_pilot_can_leave()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"heard {message}", ActorRefs.NoSender);
            return AutoPilot.NoAutoPilot;
        }));

        probe.Ref.Tell("x", TestActor);
        probe.Ref.Tell("y", TestActor);

        ExpectMsg("heard x");
        probe.ExpectMsg("x");
        probe.ExpectMsg("y");
        TestActor.Tell("next", ActorRefs.NoSender);
        ExpectMsg("next");
    }

    [Fact]
    public void An_auto_pilot_can_hand_over()
    {
        var probe = CreateTestProbe();
        var second = new DelegateAutoPilot((sender, _) =>
        {
            sender.Tell("second", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        });
        probe.SetAutoPilot(new DelegateAutoPilot((sender, _) =>
        {
            sender.Tell("first", ActorRefs.NoSender);
            return second;
        }));

        probe.Ref.Tell(1, TestActor);
        probe.Ref.Tell(2, TestActor);
        probe.Ref.Tell(3, TestActor);

        ExpectMsg("first");
        ExpectMsg("second");
        ExpectMsg("second");
    }

    [Fact]
    public void A_probe_s_child_has_the_probe_as_parent()
    {
        var probe = CreateTestProbe();

        var child = probe.ChildActorOf(Props.Create(() => new Filial()), "child");

        child.Tell("x", ActorRefs.NoSender);

        probe.ExpectMsg("x");
        Assert.Equal(probe.Ref.Path / "child", child.Path);
    }

    [Fact]
    public void The_test_s_child_has_the_test_actor_as_parent()
    {
        var child = ChildActorOf(Props.Create(() => new Filial()), "child");

        child.Tell("x", ActorRefs.NoSender);

        ExpectMsg("x");
        Assert.Equal(TestActor.Path, child.Path.Parent);
    }

    private sealed class Filial : ReceiveActor
    {
        public Filial() => ReceiveAny(message => Context.Parent.Tell(message));
    }
}
