using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Supervision;

public sealed class RetryWindowTests : ParityTest
{
    [Theory]
    [InlineData("never", 0, 0)]
    [InlineData("once", 1, 1)]
    [InlineData("three times", 3, 3)]
    public void A_child_is_stopped_when_its_retries_are_used_up(string row, int retries, int restarts)
    {
        Assert.NotEmpty(row);
        var child = ChildUnder(new OneForOneStrategy(retries, TimeSpan.FromMinutes(1), _ => Directive.Restart));
        Watch(child);

        for (var i = 0; i < restarts; i++)
        {
            child.Tell("fail", TestActor);
            ExpectMsg("restarted");
        }

        child.Tell("fail", TestActor);
        ExpectTerminated(child);
    }

    [Fact]
    public void Without_a_limit_a_child_restarts_again_and_again()
    {
        var child = ChildUnder(new OneForOneStrategy(-1, Timeout.InfiniteTimeSpan, _ => Directive.Restart));

        for (var i = 0; i < 50; i++)
        {
            child.Tell("fail", TestActor);
            ExpectMsg("restarted");
        }
    }

    [Fact]
    public void A_strategy_that_says_no_limit_at_all_has_none()
    {
        var child = ChildUnder(new OneForOneStrategy(_ => Directive.Restart));

        for (var i = 0; i < 50; i++)
        {
            child.Tell("fail", TestActor);
            ExpectMsg("restarted");
        }
    }

    [Fact]
    public void Failures_long_past_do_not_count()
    {
        var child = ChildUnder(new OneForOneStrategy(1, TimeSpan.FromMilliseconds(1), _ => Directive.Restart));

        for (var i = 0; i < 5; i++)
        {
            child.Tell("fail", TestActor);
            ExpectMsg("restarted");
            var since = Sys.Uptime;
            AwaitCondition(() => Sys.Uptime - since > TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(3));
        }
    }

    [Fact]
    public void Retries_are_counted_for_each_child()
    {
        var strategy = new OneForOneStrategy(1, TimeSpan.FromMinutes(1), _ => Directive.Restart);
        var parent = Sys.ActorOf(Parent.Props(strategy));
        var first = SpawnUnder(parent, Props.Create(() => new Failing(TestActor)));
        var second = SpawnUnder(parent, Props.Create(() => new Failing(TestActor)));

        first.Tell("fail", TestActor);
        ExpectMsg("restarted");
        second.Tell("fail", TestActor);
        ExpectMsg("restarted");
    }

    [Fact]
    public void All_for_one_stops_the_whole_family_when_the_retries_are_used_up()
    {
        var strategy = new AllForOneStrategy(0, TimeSpan.FromMinutes(1), _ => Directive.Restart);
        var parent = Sys.ActorOf(Parent.Props(strategy));
        var first = SpawnUnder(parent, Props.Create(() => new Failing(TestActor)));
        var second = SpawnUnder(parent, Props.Create(() => new Failing(TestActor)));
        var (watcher, other) = (CreateTestProbe(), CreateTestProbe());
        watcher.Watch(first);
        other.Watch(second);

        first.Tell("fail", TestActor);

        watcher.ExpectTerminated(first);
        other.ExpectTerminated(second);
    }

    [Fact]
    public void Resuming_uses_up_no_retries()
    {
        var child = ChildUnder(new OneForOneStrategy(0, TimeSpan.FromMinutes(1), _ => Directive.Resume));

        child.Tell("fail", TestActor);
        child.Tell("fail", TestActor);
        child.Tell("alive?", TestActor);

        ExpectMsg("alive");
    }

    private IActorRef ChildUnder(SupervisorStrategy strategy) =>
        SpawnUnder(Sys.ActorOf(Parent.Props(strategy)), Props.Create(() => new Failing(TestActor)));

    private sealed class Failing(IActorRef witness) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail")
            {
                throw new InvalidOperationException("planned");
            }

            Sender.Tell("alive");
        }

        protected override void PostRestart(Exception reason) => witness.Tell("restarted");
    }
}
