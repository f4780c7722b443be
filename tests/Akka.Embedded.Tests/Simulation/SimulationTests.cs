using System.Diagnostics;
using Akka.Actor;

namespace Akka.Simulation;

public sealed class SimulationTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void The_same_seed_gives_the_same_trace_and_another_seed_another()
    {
        var first = Shop.Run(seed: 7);
        var again = Shop.Run(seed: 7);
        var other = Shop.Run(seed: 8);

        Assert.Equal(first, again);
        Assert.NotEqual(first.Digest, other.Digest);
        Assert.Equal(64, first.Digest.Length);
    }

    /// <summary>
    /// The beginning of the digest of one seed, so that another process and another day have something to be compared
    /// with.
    /// </summary>
    [Fact]
    public void A_trace_is_the_same_in_every_process() =>
        Assert.Equal(Shop.DigestOfSeed7, Shop.Run(seed: 7).Digest[..Shop.DigestOfSeed7.Length]);

    [Fact]
    public void A_thousand_minutes_of_an_idle_system_take_no_time()
    {
        var start = Stopwatch.GetTimestamp();
        var result = Simulation.Run(
            1,
            simulation => simulation.System.ActorOf(Props.Create(() => new Heart(TimeSpan.FromMinutes(1))), "heart"),
            (_, _) => Task.CompletedTask,
            new SimulationOptions { Deadline = TimeSpan.FromMinutes(1000) });

        Assert.Equal(SimulationEnding.Deadline, result.Ending);
        Assert.Equal(TimeSpan.FromMinutes(1000), result.Elapsed);
        Assert.InRange(result.Steps, 2000, 2100);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "far from real time");
    }

    [Fact]
    public void Time_is_virtual_for_the_script_for_timers_and_for_questions()
    {
        var result = Simulation.Run(
            1,
            simulation => simulation.System.ActorOf(Props.Create(() => new Mute()), "mute"),
            async (simulation, mute) =>
            {
                var start = simulation.Time.GetUtcNow();
                await Task.Delay(TimeSpan.FromHours(3), simulation.Time);
                Assert.Equal(TimeSpan.FromHours(3), simulation.Time.GetUtcNow() - start);
                await Assert.ThrowsAsync<AskTimeoutException>(() => mute.Ask("?", TimeSpan.FromHours(2)));
                Assert.Equal(TimeSpan.FromHours(5), simulation.Elapsed);
            });

        Assert.Equal(SimulationEnding.Quiescent, result.Ending);
        Assert.Equal(TimeSpan.FromHours(5), result.Elapsed);
    }

    [Fact]
    public void The_order_between_pairs_is_drawn_and_the_order_within_a_pair_is_kept()
    {
        var orders = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 50; seed++)
        {
            Simulation.Run(
                seed,
                simulation =>
                {
                    var listener = simulation.System.ActorOf(Props.Create(() => new Listener()), "listener");
                    simulation.System.ActorOf(Props.Create(() => new Talker(listener, "a")), "a");
                    simulation.System.ActorOf(Props.Create(() => new Talker(listener, "b")), "b");
                    return listener;
                },
                async (_, listener) =>
                {
                    var heard = await listener.Ask<string>(Listener.After(8), Second);
                    Assert.Equal("a0a1a2a3", SaidBy('a', heard));
                    Assert.Equal("b0b1b2b3", SaidBy('b', heard));
                    orders.Add(heard);
                });
        }

        Assert.InRange(orders.Count, 10, 50);
    }

    private static string SaidBy(char name, string heard) =>
        string.Concat(heard.Chunk(2).Where(word => word[0] == name).SelectMany(word => word));

    [Theory]
    [InlineData("drop", "")]
    [InlineData("duplicate", "0,0,1,1,2,2")]
    [InlineData("delay", "0,1,2")]
    [InlineData("reorder", "1,0,2")]
    public void Messages_on_an_edge_meet_with(string fault, string heard)
    {
        var listener = "";
        Simulation.Run(
            3,
            simulation =>
            {
                var edge = simulation.Between("", "/user/listener", message => message is string);
                _ = fault switch
                {
                    "drop" => edge.Drop(1),
                    "duplicate" => edge.Duplicate(1),
                    "delay" => edge.Delay(1, Second, Second),
                    _ => simulation.Between("", "/user/listener", message => message is "0").Reorder(1),
                };
                return simulation.System.ActorOf(Props.Create(() => new Listener(",")), "listener");
            },
            async (simulation, actor) =>
            {
                for (var at = 0; at < 3; at++)
                {
                    actor.Tell($"{at}", ActorRefs.NoSender);
                }

                await Task.Delay(TimeSpan.FromSeconds(5), simulation.Time);
                listener = await actor.Ask<string>(Listener.After(0), Second);
            });

        Assert.Equal(heard, listener);
    }

    [Fact]
    public void A_paused_actor_hears_nothing_until_the_pause_ends() => Simulation.Run(
        1,
        simulation => simulation.System.ActorOf(Props.Create(() => new Listener()), "listener"),
        async (simulation, listener) =>
        {
            simulation.Pause(listener, TimeSpan.FromSeconds(10));
            Assert.Equal("", await listener.Ask<string>(Listener.After(0), TimeSpan.FromSeconds(20)));
            Assert.Equal(TimeSpan.FromSeconds(10), simulation.Elapsed);
        });

    [Fact]
    public void A_crashed_actor_is_restarted_by_its_supervisor() => Simulation.Run(
        1,
        simulation => simulation.System.ActorOf(Props.Create(() => new Listener()), "listener"),
        async (simulation, listener) =>
        {
            listener.Tell("lost", ActorRefs.NoSender);
            await listener.Ask<string>(Listener.After(1), Second);
            simulation.Crash(listener);
            Assert.Equal("", await listener.Ask<string>(Listener.After(0), Second));
        });

    [Fact]
    public void A_script_that_waits_for_ever_fails_and_does_not_hang()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            4,
            simulation => simulation.System.ActorOf(Props.Create(() => new Mute()), "mute"),
            (_, mute) => mute.Ask("?")));

        Assert.Equal("nothing can run and no timer is set, but the script still waits", failure.Reason);
        Assert.StartsWith("seed 4: nothing can run", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_that_never_rests_fails_after_so_many_steps()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            4,
            simulation =>
            {
                var mute = simulation.System.ActorOf(Props.Create(() => new Restless()), "restless");
                mute.Tell("go", ActorRefs.NoSender);
            },
            _ => Task.CompletedTask,
            new SimulationOptions { StepsMax = 1000 }));

        Assert.Equal("it did not end in 1000 steps (StepsMax)", failure.Reason);
    }

    [Fact]
    public void What_another_thread_does_is_refused()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            4,
            simulation => simulation.System.ActorOf(Props.Create(() => new Mute()), "mute"),
            (_, mute) =>
            {
                var thread = new Thread(() => Record.Exception(() => mute.Tell("from outside", ActorRefs.NoSender)));
                thread.Start();
                thread.Join();
                return Task.CompletedTask;
            }));

        Assert.Contains("from a thread of its own", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assertion_of_the_script_is_the_cause_of_the_failure()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            4, _ => { }, _ => throw new InvalidOperationException("no good")));

        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }
}
