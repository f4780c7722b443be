using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Support;

namespace Akka.Actor;

public sealed class CoordinatedShutdownTests : IAsyncLifetime
{
    private const string Quiet = "akka.loggers = [], akka.stdout-loglevel = OFF\n";

    private static readonly CoordinatedShutdown.Reason Reason = CoordinatedShutdown.UnknownReason.Instance;
    private static readonly string[] Phases =
    [
        CoordinatedShutdown.PhaseBeforeServiceUnbind,
        CoordinatedShutdown.PhaseServiceUnbind,
        CoordinatedShutdown.PhaseServiceRequestsDone,
        CoordinatedShutdown.PhaseServiceStop,
        CoordinatedShutdown.PhaseBeforeClusterShutdown,
        CoordinatedShutdown.PhaseClusterShardingShutdownRegion,
        CoordinatedShutdown.PhaseClusterLeave,
        CoordinatedShutdown.PhaseClusterExiting,
        CoordinatedShutdown.PhaseClusterExitingDone,
        CoordinatedShutdown.PhaseClusterShutdown,
        CoordinatedShutdown.PhaseBeforeActorSystemTerminate,
        CoordinatedShutdown.PhaseActorSystemTerminate,
    ];

    private readonly ConcurrentQueue<string> _ran = new();
    private ActorSystem? _system;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system?.Terminate() ?? Task.CompletedTask;

    [Fact]
    public async Task Phases_run_in_their_order_and_end_the_system()
    {
        var shutdown = Start();
        foreach (var phase in Phases.Reverse())
        {
            Add(shutdown, phase);
        }

        await Within(shutdown.Run(Reason));

        Assert.Equal(Phases, _ran);
        Assert.True(_system!.WhenTerminated.IsCompleted);
        Assert.Same(Reason, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Tasks_of_one_phase_run_side_by_side()
    {
        var shutdown = Start();
        var (first, second) = (new TaskCompletionSource<Done>(), new TaskCompletionSource<Done>());
        shutdown.AddTask(Phases[0], "first", () =>
        {
            first.SetResult(Done.Instance);
            return second.Task;
        });
        shutdown.AddTask(Phases[0], "second", () =>
        {
            second.SetResult(Done.Instance);
            return first.Task;
        });

        await Within(shutdown.Run(Reason));
    }

    [Fact]
    public async Task Only_the_first_run_runs()
    {
        var shutdown = Start();
        Add(shutdown, Phases[0]);

        var runs = Enumerable.Range(0, 10).Select(_ => shutdown.Run(Reason)).ToArray();
        await Within(shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance));

        Assert.All(runs, run => Assert.Same(runs[0], run));
        Assert.Single(_ran);
        Assert.Same(Reason, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task A_run_can_begin_at_a_later_phase()
    {
        var shutdown = Start();
        Add(shutdown, Phases[0]);
        Add(shutdown, Phases[3]);
        Add(shutdown, Phases[4]);

        await Within(shutdown.Run(Reason, Phases[3]));

        Assert.Equal([Phases[3], Phases[4]], _ran);
    }

    [Theory]
    [InlineData("a task fails", true)]
    [InlineData("a task throws before there is one", false)]
    public async Task The_next_phase_comes_even_when_a_task_fails(string row, bool isAsync)
    {
        Assert.NotEmpty(row);
        var shutdown = Start();
        var failure = new InvalidOperationException("no");
        shutdown.AddTask(Phases[0], "fails", () => isAsync ? Task.FromException<Done>(failure) : throw failure);
        Add(shutdown, Phases[0]);
        Add(shutdown, Phases[1]);

        await Within(shutdown.Run(Reason));

        Assert.Equal([Phases[0], Phases[1]], _ran);
    }

    [Fact]
    public async Task Nothing_comes_after_a_phase_that_is_not_to_be_recovered_from()
    {
        var shutdown = Start("akka.coordinated-shutdown.phases.service-unbind.recover = off");
        shutdown.AddTask(Phases[1], "fails", () => Task.FromException<Done>(new InvalidOperationException("no")));
        Add(shutdown, Phases[2]);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Within(shutdown.Run(Reason)));

        Assert.Equal("no", failure.Message);
        Assert.Empty(_ran);
        Assert.False(_system!.WhenTerminated.IsCompleted);
        End();
    }

    [Theory]
    [InlineData("recovered from", "on")]
    [InlineData("not recovered from", "off")]
    public async Task A_phase_ends_with_its_timeout_on_the_clock_of_the_system(string row, string recover)
    {
        Assert.NotEmpty(row);
        var shutdown = Start(
            $"akka.coordinated-shutdown.phases.service-unbind {{ timeout = 1h, recover = {recover} }}\n"
            + SteppedScheduler.Hocon);
        var scheduler = (SteppedScheduler)_system!.Scheduler;
        shutdown.AddTask(Phases[1], "never", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, Phases[2]);

        var run = shutdown.Run(Reason);
        Assert.Equal(TimeSpan.FromHours(1), await scheduler.NextDelay());
        scheduler.Elapse(TimeSpan.FromHours(1));

        if (recover == "on")
        {
            await Within(run);
            Assert.Equal([Phases[2]], _ran);
        }
        else
        {
            var failure = await Assert.ThrowsAsync<TimeoutException>(() => Within(run));
            Assert.Equal("shutdown phase service-unbind: never unfinished after 01:00:00", failure.Message);
            Assert.Empty(_ran);
            End();
        }
    }

    [Fact]
    public async Task A_phase_that_is_disabled_is_left_out()
    {
        var shutdown = Start("akka.coordinated-shutdown.phases.service-unbind.enabled = off");
        Add(shutdown, Phases[1]);
        Add(shutdown, Phases[2]);

        await Within(shutdown.Run(Reason));

        Assert.Equal([Phases[2]], _ran);
    }

    [Fact]
    public async Task A_phase_of_ones_own_has_its_place_and_its_timeout()
    {
        var shutdown = Start("""
            akka.coordinated-shutdown {
              default-phase-timeout = 7s
              phases {
                flush { depends-on = [service-stop], timeout = 90s }
                before-cluster-shutdown.depends-on = [service-stop, flush]
              }
            }
            """);
        Add(shutdown, Phases[4]);
        Add(shutdown, "flush");
        Add(shutdown, Phases[3]);
        Assert.Equal(TimeSpan.FromSeconds(90), shutdown.Timeout("flush"));
        Assert.Equal(TimeSpan.FromSeconds(7), shutdown.Timeout(Phases[3]));
        Assert.Equal(TimeSpan.FromSeconds(90 + 7 + 7 + 10), shutdown.TotalTimeout);

        await Within(shutdown.Run(Reason));

        Assert.Equal([Phases[3], "flush", Phases[4]], _ran);
    }

    [Fact]
    public async Task A_task_can_add_one_to_a_later_phase()
    {
        var shutdown = Start();
        shutdown.AddTask(Phases[0], "adds", () =>
        {
            Add(shutdown, Phases[1]);
            return Task.FromResult(Done.Instance);
        });

        await Within(shutdown.Run(Reason));

        Assert.Equal([Phases[1]], _ran);
    }

    [Theory]
    [InlineData("on", "on", 1)]
    [InlineData("off", "on", 0)]
    [InlineData("off", "off", 0)]
    public async Task To_terminate_runs_the_phases_where_that_is_on(string runs, string terminates, int count)
    {
        var shutdown = Start(
            $"akka.coordinated-shutdown {{ run-by-actor-system-terminate = {runs} }}\n"
            + $"akka.coordinated-shutdown {{ terminate-actor-system = {terminates} }}");
        Add(shutdown, Phases[0]);

        await _system!.Terminate().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(count, _ran.Count);
        Assert.Equal(
            count == 0 ? null : CoordinatedShutdown.ActorSystemTerminateReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public void To_terminate_must_terminate()
    {
        var problem = Assert.Throws<ConfigurationException>(
            () => Start("akka.coordinated-shutdown.terminate-actor-system = off"));

        Assert.Contains(
            "akka.coordinated-shutdown.run-by-actor-system-terminate", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phases_must_not_depend_on_each_other()
    {
        var problem = Assert.Throws<ArgumentException>(
            () => Start("akka.coordinated-shutdown.phases.service-unbind.depends-on = [service-stop]"));

        Assert.Equal(
            "akka.coordinated-shutdown.phases: there is a cycle, service-unbind depends on service-stop "
            + "depends on service-requests-done depends on service-unbind",
            problem.Message);
    }

    [Fact]
    public void A_phase_that_is_not_there_is_refused()
    {
        var shutdown = Start();

        Assert.StartsWith(
            "there is no phase 'lunch'; akka.coordinated-shutdown.phases has before-service-unbind, service-unbind, ",
            Assert.Throws<ConfigurationException>(() => Add(shutdown, "lunch")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => shutdown.Timeout("lunch"));
        Assert.Throws<ArgumentException>(() => { _ = shutdown.Run(Reason, "lunch"); });
        Assert.Null(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task The_process_ends_after_the_last_phase_where_that_is_on()
    {
        var shutdown = Start("akka.coordinated-shutdown.exit-clr = on");
        var exit = new TaskCompletionSource<int>();
        shutdown.Exit = exit.SetResult;

        await Within(shutdown.Run(Reason));

        Assert.Equal(0, await exit.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static Task<Done> Within(Task<Done> run) => run.WaitAsync(TimeSpan.FromSeconds(10));

    private CoordinatedShutdown Start(string hocon = "")
    {
        _system = ActorSystem.Create("shutdown", Quiet + hocon);
        return CoordinatedShutdown.Get(_system);
    }

    private void Add(CoordinatedShutdown shutdown, string phase) => shutdown.AddTask(phase, "notes", () =>
    {
        _ran.Enqueue(phase);
        return Task.FromResult(Done.Instance);
    });

    /// <summary>The run is over and has not ended the system.</summary>
    private void End() => ((ExtendedActorSystem)_system!).FinalTerminate();
}
