using Akka.Actor;
using Akka.Support;

namespace Akka.Pattern;

public sealed class BackoffTests : IDisposable
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(5);

    private readonly Inbox _inbox = new();
    private readonly ActorSystem _system =
        ActorSystem.Create("backoff", SteppedScheduler.Hocon + ", akka.loggers = [], akka.stdout-loglevel = OFF");

    private SteppedScheduler Scheduler => (SteppedScheduler)_system.Scheduler;

    private Props ChildProps => Props.Create(() => new Child(_inbox));

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("stops", "stop", false)]
    [InlineData("fails", "fail", true)]
    public async Task A_child_starts_again_after_delays_that_double_up_to_the_maximum(
        string row, string message, bool onFailure)
    {
        Assert.NotEmpty(row);
        var supervisor = Start(Options(onFailure).WithManualReset());
        await _inbox.Next<Started>();

        foreach (var seconds in new[] { 1, 2, 4, 5, 5 })
        {
            supervisor.Tell(message, ActorRefs.NoSender);
            Assert.Equal(TimeSpan.FromSeconds(seconds), await Scheduler.NextDelay());
            Scheduler.Elapse(TimeSpan.FromSeconds(seconds));
            await _inbox.Next<Started>();
        }

        Assert.Equal(5, await Restarts(supervisor));
    }

    [Theory]
    [InlineData("stops", "stop", false)]
    [InlineData("fails", "fail", true)]
    public async Task The_supervisor_ends_when_the_child_may_not_start_again(string row, string message, bool onFailure)
    {
        Assert.NotEmpty(row);
        var supervisor = Start(Options(onFailure).WithManualReset().WithMaxNrOfRetries(1));
        Watch(supervisor);
        await _inbox.Next<Started>();

        supervisor.Tell(message, ActorRefs.NoSender);
        Scheduler.Elapse(await Scheduler.NextDelay());
        await _inbox.Next<Started>();
        supervisor.Tell(message, ActorRefs.NoSender);

        Assert.Equal(supervisor, (await _inbox.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_child_that_is_to_restart_on_failure_and_stops_takes_its_supervisor_with_it()
    {
        var supervisor = Start(Options(onFailure: true));
        Watch(supervisor);
        await _inbox.Next<Started>();

        supervisor.Tell("stop", ActorRefs.NoSender);

        Assert.Equal(supervisor, (await _inbox.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task A_child_that_lives_long_enough_has_made_good()
    {
        var supervisor = Start(Options(onFailure: false).WithAutoReset(TimeSpan.FromSeconds(30)));
        Assert.Equal(TimeSpan.FromSeconds(30), await Scheduler.NextDelay());

        supervisor.Tell("stop", ActorRefs.NoSender);
        Assert.Equal(Min, await Scheduler.NextDelay());
        Scheduler.Elapse(Min);
        Assert.Equal(TimeSpan.FromSeconds(30), await Scheduler.NextDelay());
        Assert.Equal(1, await Restarts(supervisor));

        Scheduler.Elapse(TimeSpan.FromSeconds(30));

        Assert.Equal(0, await Restarts(supervisor));
    }

    [Fact]
    public async Task The_time_without_a_child_does_not_make_it_good()
    {
        var supervisor = Start(Options(onFailure: false).WithAutoReset(Min / 2));
        Assert.Equal(Min / 2, await Scheduler.NextDelay());

        supervisor.Tell("stop", ActorRefs.NoSender);
        Assert.Equal(Min, await Scheduler.NextDelay());
        Scheduler.Elapse(Min / 2);

        Assert.Equal(1, await Restarts(supervisor));
    }

    [Fact]
    public async Task The_count_begins_anew_by_hand()
    {
        var supervisor = Start(Options(onFailure: false).WithManualReset());
        await _inbox.Next<Started>();
        supervisor.Tell("stop", ActorRefs.NoSender);
        Scheduler.Elapse(await Scheduler.NextDelay());
        await _inbox.Next<Started>();

        supervisor.Tell(BackoffSupervisor.Reset.Instance, ActorRefs.NoSender);
        supervisor.Tell("stop", ActorRefs.NoSender);

        Assert.Equal(Min, await Scheduler.NextDelay());
    }

    [Fact]
    public async Task Messages_pass_to_the_child_and_from_it_to_the_parent()
    {
        var parent = _system.ActorOf(Props.Create(() => new Parent(_inbox, Options(false).WithManualReset())));
        await _inbox.Next<Started>();

        parent.Tell("to parent", ActorRefs.NoSender);
        Assert.Equal("from child", await _inbox.Next<string>());
        Assert.Equal("to sender", await parent.Ask<string>("to sender", TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Somebody_answers_while_there_is_no_child()
    {
        var supervisor = Start(Options(false).WithManualReset().WithReplyWhileStopped("later"));
        await _inbox.Next<Started>();
        Assert.NotNull(await CurrentChild(supervisor));

        supervisor.Tell("stop", ActorRefs.NoSender);
        await Scheduler.NextDelay();

        Assert.Equal("later", await Ask<string>(supervisor, "to sender"));
        Assert.Null(await CurrentChild(supervisor));
    }

    [Theory]
    [InlineData("with a child", false)]
    [InlineData("without a child", true)]
    public async Task The_supervisor_ends_after_a_final_message(string row, bool isStopped)
    {
        Assert.NotEmpty(row);
        var options = Options(onFailure: false).WithManualReset();
        var supervisor = Start(options.WithFinalStopMessage(message => message is "stop for good"));
        Watch(supervisor);
        await _inbox.Next<Started>();
        if (isStopped)
        {
            supervisor.Tell("stop", ActorRefs.NoSender);
            await Scheduler.NextDelay();
        }

        supervisor.Tell("stop for good", ActorRefs.NoSender);

        Assert.Equal(supervisor, (await _inbox.Next<Terminated>()).ActorRef);
    }

    [Fact]
    public async Task What_is_resumed_does_not_start_again()
    {
        var strategy = new OneForOneStrategy(_ => Directive.Resume);
        var supervisor = Start(Options(onFailure: true).WithManualReset().WithSupervisorStrategy(strategy));
        await _inbox.Next<Started>();

        supervisor.Tell("fail", ActorRefs.NoSender);

        Assert.Equal("to sender", await Ask<string>(supervisor, "to sender"));
        Assert.Equal(0, await Restarts(supervisor));
    }

    [Fact]
    public async Task Retries_in_a_time_range_are_forgotten_when_they_are_older()
    {
        var strategy = new OneForOneStrategy(1, TimeSpan.FromMinutes(1), _ => Directive.Restart);
        var supervisor = Start(Options(onFailure: true).WithManualReset().WithSupervisorStrategy(strategy));
        Watch(supervisor);
        foreach (var wait in new[] { 2, 2, 0 })
        {
            await _inbox.Next<Started>();
            Scheduler.Elapse(TimeSpan.FromMinutes(wait));
            supervisor.Tell("fail", ActorRefs.NoSender);
            if (wait > 0)
            {
                Scheduler.Elapse(await Scheduler.NextDelay());
            }
        }

        Assert.Equal(supervisor, (await _inbox.Next<Terminated>()).ActorRef);
    }

    [Theory]
    [InlineData("first", 0, 0.0, 1.0, 1.0)]
    [InlineData("doubled", 2, 0.0, 4.0, 4.0)]
    [InlineData("at the maximum", 10, 0.0, 5.0, 5.0)]
    [InlineData("far beyond", 5000, 0.0, 5.0, 5.0)]
    [InlineData("longer by chance", 1, 0.2, 2.0, 2.4)]
    [InlineData("the maximum by chance", 9, 1.0, 5.0, 10.0)]
    public void A_delay_lies_in_its_bounds(string row, int count, double factor, double lowest, double highest)
    {
        Assert.NotEmpty(row);
        var settings = BackoffSettings.Of(ChildProps, "child", Min, Max, factor);
        var random = new Random(1);
        var delays = Enumerable.Range(0, 1000).Select(_ => settings.Delay(count, random).TotalSeconds).ToArray();

        Assert.All(delays, delay => Assert.InRange(delay, lowest, highest));
        Assert.Equal(factor > 0, delays.Distinct().Count() > 900);
    }

    [Theory]
    [InlineData("no delay", 0, 5, 0.0, "minBackoff")]
    [InlineData("less than the least", 2, 1, 0.0, "maxBackoff")]
    [InlineData("a factor below 0", 1, 5, -0.1, "randomFactor")]
    [InlineData("a factor above 1", 1, 5, 1.1, "randomFactor")]
    [InlineData("no factor", 1, 5, double.NaN, "randomFactor")]
    public void Options_that_make_no_sense_are_refused(string row, int min, int max, double factor, string name)
    {
        Assert.NotEmpty(row);
        var problem = Assert.Throws<ArgumentException>(() => Backoff.OnStop(
            ChildProps, "child", TimeSpan.FromSeconds(min), TimeSpan.FromSeconds(max), factor, -1));

        Assert.Equal(name, problem.ParamName);
    }

    private static Task<T> Ask<T>(IActorRef actor, object message) => actor.Ask<T>(message, TimeSpan.FromSeconds(10));

    private static async Task<int> Restarts(IActorRef supervisor) =>
        (await Ask<BackoffSupervisor.RestartCount>(supervisor, BackoffSupervisor.GetRestartCount.Instance)).Count;

    private static async Task<IActorRef?> CurrentChild(IActorRef supervisor) =>
        (await Ask<BackoffSupervisor.CurrentChild>(supervisor, BackoffSupervisor.GetCurrentChild.Instance)).Ref;

    private BackoffOptions Options(bool onFailure) => onFailure
        ? Backoff.OnFailure(ChildProps, "child", Min, Max, 0, -1)
        : Backoff.OnStop(ChildProps, "child", Min, Max, 0, -1);

    private IActorRef Start(BackoffOptions options) => _system.ActorOf(BackoffSupervisor.Props(options), "supervisor");

    private void Watch(IActorRef actor) => _system.ActorOf(Props.Create(() => new Watcher(actor, _inbox)));

    private sealed record Started;

    private sealed class Child : ReceiveActor
    {
        public Child(Inbox inbox)
        {
            inbox.Hear(new Started());
            Receive<string>(message => message is "stop" or "stop for good", _ => Context.Stop(Self));
            Receive<string>(message => message is "fail", _ => throw new InvalidOperationException("failed"));
            Receive<string>(message => message is "to parent", _ => Context.Parent.Tell("from child"));
            Receive<string>(message => Sender.Tell(message));
        }
    }

    private sealed class Parent : ReceiveActor
    {
        public Parent(Inbox inbox, BackoffOptions options)
        {
            var supervisor = Context.ActorOf(BackoffSupervisor.Props(options));
            Receive<string>(message => message is "from child", inbox.Hear);
            Receive<string>(supervisor.Forward);
        }
    }

    private sealed class Watcher : UntypedActor
    {
        private readonly Inbox _inbox;

        public Watcher(IActorRef actor, Inbox inbox)
        {
            _inbox = inbox;
            Context.Watch(actor);
        }

        protected override void OnReceive(object message) => _inbox.Hear(message);
    }
}
