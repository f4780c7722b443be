using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Parity.Tests.Systems;

public sealed class CoordinatedShutdownTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<ActorSystem> _systems = [];
    private readonly ConcurrentQueue<string> _heard = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var system in _systems)
        {
            await system.Terminate().WaitAsync(Patience);
        }
    }

    [Fact]
    public async Task Phases_run_in_their_order()
    {
        var shutdown = Shutdown();
        Add(shutdown, CoordinatedShutdown.PhaseBeforeActorSystemTerminate, "last");
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind, "second");
        Add(shutdown, CoordinatedShutdown.PhaseBeforeServiceUnbind, "first");
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "third");

        await Run(shutdown);

        Assert.Equal(["first", "second", "third", "last"], _heard);
    }

    [Fact]
    public async Task Tasks_of_one_phase_run_side_by_side()
    {
        var shutdown = Shutdown();
        var (one, other) = (new TaskCompletionSource(), new TaskCompletionSource());
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "one", () => Meet(one, other));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "other", () => Meet(other, one));

        await Run(shutdown);

        Assert.True(one.Task.IsCompletedSuccessfully && other.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_phase_waits_for_the_one_before()
    {
        var shutdown = Shutdown();
        var source = new TaskCompletionSource();
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "slow", async () =>
        {
            await source.Task;
            _heard.Enqueue("slow");
            return Done.Instance;
        });
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "next");
        var run = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.Empty(_heard);

        source.SetResult();
        await run.WaitAsync(Patience);

        Assert.Equal(["slow", "next"], _heard);
    }

    [Fact]
    public async Task It_runs_once()
    {
        var shutdown = Shutdown();
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "ran");

        await Run(shutdown);
        await Run(shutdown);

        Assert.Equal(["ran"], _heard);
    }

    [Fact]
    public async Task The_first_reason_is_remembered()
    {
        var shutdown = Shutdown();
        Assert.Null(shutdown.ShutdownReason);

        await shutdown.Run(new Maintenance()).WaitAsync(Patience);
        await shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance).WaitAsync(Patience);

        Assert.IsType<Maintenance>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task It_ends_with_the_system()
    {
        var system = Create();

        await Run(CoordinatedShutdown.Get(system));

        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task It_can_leave_the_system_up()
    {
        var system = Create("""
            akka.coordinated-shutdown {
              terminate-actor-system = off
              run-by-actor-system-terminate = off
            }
            """);

        await Run(CoordinatedShutdown.Get(system));

        Assert.False(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task Terminating_the_system_runs_it()
    {
        var system = Create();
        var shutdown = CoordinatedShutdown.Get(system);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "ran");

        await system.Terminate().WaitAsync(Patience);

        Assert.Equal(["ran"], _heard);
        Assert.IsType<CoordinatedShutdown.ActorSystemTerminateReason>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Terminating_the_system_may_leave_it_out()
    {
        var system = Create("akka.coordinated-shutdown.run-by-actor-system-terminate = off");
        Add(CoordinatedShutdown.Get(system), CoordinatedShutdown.PhaseServiceStop, "ran");

        await system.Terminate().WaitAsync(Patience);

        Assert.Empty(_heard);
    }

    [Fact]
    public async Task A_failed_task_is_passed_over()
    {
        var shutdown = Shutdown();
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "fails",
            () => throw new InvalidOperationException("planned"));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "fails too",
            () => Task.FromException<Done>(new InvalidOperationException("planned")));
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "next");

        await Run(shutdown);

        Assert.Equal(["next"], _heard);
    }

    [Fact]
    public async Task A_failed_task_ends_the_run_when_the_phase_does_not_recover()
    {
        var shutdown = Shutdown("""
            akka.coordinated-shutdown {
              phases.service-unbind.recover = off
              run-by-actor-system-terminate = off
            }
            """);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "fails",
            () => Task.FromException<Done>(new InvalidOperationException("planned")));
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "next");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Run(shutdown));

        Assert.Equal("planned", failure.GetBaseException().Message);
        Assert.Empty(_heard);
    }

    [Theory]
    [InlineData("goes on when it recovers", "on", true)]
    [InlineData("fails when it does not", "off", false)]
    public async Task A_phase_that_takes_too_long(string row, string recover, bool goesOn)
    {
        Assert.NotEmpty(row);
        var shutdown = Shutdown($$"""
            akka.coordinated-shutdown {
              phases.service-unbind { timeout = 50ms, recover = {{recover}} }
              run-by-actor-system-terminate = off
            }
            """);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "never ends",
            () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "next");

        var failure = await Record.ExceptionAsync(() => Run(shutdown));

        Assert.Equal(goesOn, failure is null);
        Assert.Equal(goesOn ? ["next"] : [], _heard);
    }

    [Fact]
    public async Task A_phase_of_ones_own_stands_where_it_depends()
    {
        var shutdown = Shutdown("""
            akka.coordinated-shutdown.phases {
              save-books { depends-on = [service-unbind] }
              service-stop { depends-on = [service-requests-done, save-books] }
            }
            """);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "after");
        Add(shutdown, "save-books", "own");
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind, "before");

        await Run(shutdown);

        Assert.Equal(["before", "own", "after"], _heard);
    }

    [Fact]
    public void A_circle_of_phases_is_refused() => Assert.ThrowsAny<ArgumentException>(() => Shutdown("""
        akka.coordinated-shutdown.phases {
          one { depends-on = [other] }
          other { depends-on = [one] }
        }
        """));

    [Fact]
    public void A_task_of_an_unknown_phase_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Add(Shutdown(), "no-such-phase", "x"));

    [Fact]
    public async Task A_run_can_begin_with_a_later_phase()
    {
        var shutdown = Shutdown();
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind, "left out");
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "ran");

        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseServiceStop)
            .WaitAsync(Patience);

        Assert.Equal(["ran"], _heard);
    }

    private static async Task<Done> Meet(TaskCompletionSource here, TaskCompletionSource there)
    {
        here.SetResult();
        await there.Task;
        return Done.Instance;
    }

    private static Task<Done> Run(CoordinatedShutdown shutdown) =>
        shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);

    private void Add(CoordinatedShutdown shutdown, string phase, string name) => shutdown.AddTask(phase, name, () =>
    {
        _heard.Enqueue(name);
        return Task.FromResult(Done.Instance);
    });

    private CoordinatedShutdown Shutdown(string hocon = "") => CoordinatedShutdown.Get(Create(hocon));

    private ActorSystem Create(string hocon = "")
    {
        var config = ConfigurationFactory.ParseString("akka.stdout-loglevel = OFF\n" + hocon);
        var system = ActorSystem.Create("down", config);
        _systems.Add(system);
        return system;
    }

    private sealed class Maintenance : CoordinatedShutdown.Reason;
}
