using Akka.Actor;
using Akka.Configuration;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Systems;

public sealed class ActorSystemTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<ActorSystem> _systems = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var system in _systems)
        {
            await system.Terminate().WaitAsync(Patience);
        }
    }

    [Theory]
    [InlineData("letters", "barter")]
    [InlineData("one letter", "b")]
    [InlineData("capitals and digits", "Barter2")]
    [InlineData("a hyphen within", "barter-actors")]
    public void A_system_has_the_name_it_was_given(string row, string name)
    {
        Assert.NotEmpty(row);

        Assert.Equal(name, Create(name).Name);
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("a blank", "two words")]
    [InlineData("a slash", "a/b")]
    [InlineData("a hyphen in front", "-barter")]
    [InlineData("a dollar", "$barter")]
    [InlineData("an umlaut", "börse")]
    public void A_name_that_is_none_is_refused(string row, string name)
    {
        Assert.NotEmpty(row);

        Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));
    }

    [Fact]
    public void Its_configuration_is_what_was_given_over_what_is_built_in()
    {
        var config = Create("configured", "own.key = 7\nakka.loglevel = ERROR").Settings.Config;

        Assert.Equal(7, config.GetInt("own.key"));
        Assert.Equal("ERROR", config.GetString("akka.loglevel"));
        Assert.Equal(30, config.GetInt("akka.actor.default-dispatcher.throughput"));
    }

    [Fact]
    public void Uptime_goes_on()
    {
        var system = Create("up");
        var first = system.Uptime;

        SpinWait.SpinUntil(() => system.Uptime > first, Patience);

        Assert.True(first >= TimeSpan.Zero);
        Assert.True(system.Uptime > first);
    }

    [Fact]
    public async Task Termination_completes_a_task()
    {
        var system = Create("ends");
        Assert.False(system.WhenTerminated.IsCompleted);

        await system.Terminate().WaitAsync(Patience);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Terminating_twice_is_terminating_once()
    {
        var system = Create("ends");

        await Task.WhenAll(system.Terminate(), system.Terminate()).WaitAsync(Patience);
        await system.Terminate().WaitAsync(Patience);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Callbacks_run_at_the_end_and_the_last_one_first()
    {
        var system = Create("ends");
        var order = new List<string>();
        var stopped = false;
        var stop = () => { stopped = true; };
        system.ActorOf(Props.Create(() => new Leaving(stop)));
        system.RegisterOnTermination(() => order.Add($"first, actors gone: {stopped}"));
        system.RegisterOnTermination(() => order.Add($"second, actors gone: {stopped}"));

        await system.Terminate().WaitAsync(Patience);

        Assert.Equal(["second, actors gone: True", "first, actors gone: True"], order);
    }

    [Fact]
    public async Task Every_actor_stops_with_its_system()
    {
        var system = Create("ends");
        var stopped = new CountdownEvent(100);
        for (var i = 0; i < 100; i++)
        {
            system.ActorOf(Props.Create(() => new Leaving(() => stopped.Signal())));
        }

        await system.Terminate().WaitAsync(Patience);

        Assert.Equal(0, stopped.CurrentCount);
    }

    [Fact]
    public async Task The_system_waits_for_the_message_that_an_actor_is_busy_with()
    {
        var system = Create("ends");
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var finished = false;
        var actor = system.ActorOf(Lambda.Props((_, _) =>
        {
            entered.Set();
            gate.Wait();
            finished = true;
        }));
        actor.Tell("work", ActorRefs.NoSender);
        entered.Wait(Patience);

        var end = system.Terminate();
        Assert.False(end.IsCompleted);
        gate.Set();
        await end.WaitAsync(Patience);

        Assert.True(finished);
    }

    [Fact]
    public async Task Actors_that_keep_each_other_busy_do_not_keep_the_system_up()
    {
        var system = Create("ends");
        var started = new CountdownEvent(20);
        for (var i = 0; i < 20; i++)
        {
            system.ActorOf(Lambda.Props((message, context) =>
            {
                context.Self.Tell(message);
                if (message is "first")
                {
                    started.Signal();
                    context.Self.Tell("again");
                }
            })).Tell("first", ActorRefs.NoSender);
        }

        SpinWait.SpinUntil(() => started.CurrentCount < 20, Patience);

        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task No_actor_can_be_made_after_the_end()
    {
        var system = Create("ends");
        await system.Terminate().WaitAsync(Patience);

        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Lambda.Props((_, _) => { })));
    }

    [Fact]
    public async Task A_message_after_the_end_does_no_harm()
    {
        var system = Create("ends");
        var actor = system.ActorOf(Lambda.Props((_, _) => { }));
        await system.Terminate().WaitAsync(Patience);

        actor.Tell("late", ActorRefs.NoSender);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Two_systems_live_side_by_side()
    {
        var (first, second) = (Create("first"), Create("second"));
        var one = first.ActorOf(Echo, "actor");
        var other = second.ActorOf(Echo, "actor");
        Assert.NotEqual(one, other);

        await first.Terminate().WaitAsync(Patience);

        Assert.Equal("x", await other.Ask<string>("x", Patience));
    }

    [Fact]
    public async Task Two_systems_of_one_name_are_two_systems()
    {
        var (first, second) = (Create("same"), Create("same"));

        await first.Terminate().WaitAsync(Patience);

        Assert.False(second.WhenTerminated.IsCompleted);
        Assert.Equal("x", await second.ActorOf(Echo).Ask<string>("x", Patience));
    }

    [Fact]
    public async Task Actors_of_two_systems_can_talk()
    {
        var (first, second) = (Create("first"), Create("second"));
        var echo = first.ActorOf(Echo);
        var relay = second.ActorOf(Lambda.Props((message, context) => echo.Forward(message)));

        Assert.Equal("x", await relay.Ask<string>("x", Patience));
    }

    [Fact]
    public void An_actor_is_stopped_by_its_system()
    {
        var system = Create("stops");
        var stopped = new ManualResetEventSlim();
        var actor = system.ActorOf(Props.Create(() => new Leaving(stopped.Set)));

        system.Stop(actor);

        Assert.True(stopped.Wait(Patience));
    }

    private static Props Echo => Lambda.Props((message, context) => context.Sender.Tell(message));

    private ActorSystem Create(string name, string hocon = "")
    {
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString("akka.stdout-loglevel = OFF\n" + hocon));
        _systems.Add(system);
        return system;
    }

    private sealed class Leaving(Action stopped) : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);

        protected override void PostStop() => stopped();
    }
}
