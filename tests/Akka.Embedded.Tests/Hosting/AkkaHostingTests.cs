using Akka.Actor;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Hosting;

public sealed class AkkaHostingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Actors_start_with_the_host_in_order_and_services_get_them()
    {
        var steps = new List<string>();
        using var host = Build(builder => builder
            .AddStartup((system, registry) => steps.Add($"startup {registry.TryGet<Greeter>(out _)}"))
            .WithActors((_, _) => steps.Add("first"))
            .WithActors((system, registry, resolver) =>
            {
                steps.Add("second");
                registry.Register<Greeter>(system.ActorOf(resolver.Props<Greeter>("Hello"), "greeter"));
            })
            .WithActors(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("third");
            }));

        await host.StartAsync();

        Assert.Equal(["first", "second", "third", "startup True"], steps);
        var client = host.Services.GetRequiredService<Client>();
        Assert.Equal("Hello, world", await client.Greeter.ActorRef.Ask<string>("world", Patience));
        Assert.Equal("/user/greeter", client.Greeter.ActorRef.Path.ToStringWithoutAddress());
        await host.StopAsync();
    }

    [Fact]
    public async Task The_phases_run_when_the_host_stops()
    {
        using var host = Build(_ => { });
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        var shutdown = CoordinatedShutdown.Get(system);
        var hasRun = false;
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "notes", () =>
        {
            hasRun = true;
            return Task.FromResult(Done.Instance);
        });

        await host.StopAsync();

        Assert.True(hasRun);
        Assert.True(system.WhenTerminated.IsCompleted);
        Assert.IsType<CoordinatedShutdown.ClrExitReason>(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task The_host_waits_no_longer_than_its_time()
    {
        using var host = Build(builder => builder.AddHocon(SteppedScheduler.Hocon, HoconAddMode.Prepend));
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseServiceStop, "never", () => new TaskCompletionSource<Done>().Task);

        await host.StopAsync(new CancellationToken(canceled: true)).WaitAsync(Patience);

        Assert.False(system.WhenTerminated.IsCompleted);
        var scheduler = (SteppedScheduler)system.Scheduler;
        scheduler.Elapse(await scheduler.NextDelay());
        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task The_application_ends_with_the_system()
    {
        using var host = Build(_ => { });
        await host.StartAsync();
        var stopping = new TaskCompletionSource();
        using var registration = host.Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopping.Register(stopping.SetResult);

        await host.Services.GetRequiredService<ActorSystem>().Terminate();

        await stopping.Task.WaitAsync(Patience);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_whose_actors_do_not_start_does_not_start_and_leaves_no_system()
    {
        using var host = Build(
            builder => builder.WithActors((_, _) => throw new InvalidOperationException("no actor")));
        var system = host.Services.GetRequiredService<ActorSystem>();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Equal("no actor", failure.Message);
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Theory]
    [InlineData("prepended settings win", HoconAddMode.Prepend, "2", "1", "2")]
    [InlineData("appended settings fill what is missing", HoconAddMode.Append, "1", "1", "2")]
    [InlineData("settings replace all before", HoconAddMode.Replace, "2", null, "2")]
    public void Settings_add_up(string row, HoconAddMode mode, string both, string? onlyFirst, string onlySecond)
    {
        Assert.NotEmpty(row);
        using var host = Build(builder => builder
            .AddHocon("mine { both = 1, first = 1 }", HoconAddMode.Append)
            .AddHocon("mine { both = 2, second = 2 }", mode)
            .AddHocon("akka.loggers = []", HoconAddMode.Prepend));

        using var system = host.Services.GetRequiredService<ActorSystem>();
        var config = system.Settings.Config;

        Assert.Equal(both, config.GetString("mine.both"));
        Assert.Equal(onlyFirst, config.GetString("mine.first"));
        Assert.Equal(onlySecond, config.GetString("mine.second"));
        Assert.False(config.GetBoolean("akka.coordinated-shutdown.run-by-clr-shutdown-hook", true));
    }

    [Fact]
    public void Settings_come_from_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.conf");
        File.WriteAllText(path, "mine = 5");
        try
        {
            using var host = Build(builder => builder
                .AddHoconFile(path, HoconAddMode.Append)
                .WithActorAskTimeout(TimeSpan.FromSeconds(3)));
            using var system = host.Services.GetRequiredService<ActorSystem>();

            Assert.Equal(5, system.Settings.Config.GetInt("mine"));
            Assert.Equal(TimeSpan.FromSeconds(3), system.Settings.AskTimeout);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        using var host = Build(builder => builder.AddHoconFile("nowhere.conf", HoconAddMode.Append));

        var problem = Assert.Throws<ConfigurationException>(() => host.Services.GetRequiredService<ActorSystem>());

        Assert.Contains("nowhere.conf", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_has_one_actor_system()
    {
        var services = new ServiceCollection().AddAkka("first", _ => { });

        var problem = Assert.Throws<InvalidOperationException>(() => services.AddAkka("second", _ => { }));

        Assert.Contains("'second'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_configured_can_ask_for_services()
    {
        var application = Host.CreateEmptyApplicationBuilder(new());
        application.Services.AddSingleton(new Greeting("Hi"));
        application.Services.AddAkka("hosted", (builder, services) => builder
            .AddHocon("akka.loggers = []", HoconAddMode.Append)
            .AddHocon($"mine = {services.GetRequiredService<Greeting>().Word}", HoconAddMode.Append));
        using var host = application.Build();
        await host.StartAsync();

        Assert.Equal("Hi", host.Services.GetRequiredService<ActorSystem>().Settings.Config.GetString("mine"));
        await host.StopAsync();
    }

    [Fact]
    public void A_system_without_a_container_says_what_it_lacks()
    {
        using var system = ActorSystem.Create("bare", "akka.loggers = [], akka.stdout-loglevel = OFF");

        var problem = Assert.Throws<ConfigurationException>(() => DependencyResolver.For(system));

        Assert.Contains(nameof(DependencyResolverSetup), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_actor_of_the_container_is_made_anew_when_it_restarts()
    {
        using var host = Build(builder => builder.WithActors((system, registry, resolver) => registry.Register<Greeter>(
            system.ActorOf(DependencyResolver.For(system).Props<Greeter>("Ave")))));
        await host.StartAsync();
        var greeter = host.Services.GetRequiredService<Client>().Greeter.ActorRef;

        greeter.Tell(new InvalidOperationException("fall"), ActorRefs.NoSender);

        Assert.Equal("Ave, world", await greeter.Ask<string>("world", Patience));
        await host.StopAsync();
    }

    private static IHost Build(Action<AkkaConfigurationBuilder> configure)
    {
        var application = Host.CreateEmptyApplicationBuilder(new());
        application.Services.AddSingleton<Client>();
        application.Services.AddSingleton(new Greeting(", "));
        application.Services.AddAkka("hosted", builder =>
        {
            builder.AddHocon("akka.loggers = [], akka.stdout-loglevel = OFF", HoconAddMode.Append);
            configure(builder);
        });
        return application.Build();
    }

    private sealed record Greeting(string Word);

    private sealed class Client(IRequiredActor<Greeter> greeter)
    {
        public IRequiredActor<Greeter> Greeter => greeter;
    }

    private sealed class Greeter : ReceiveActor
    {
        public Greeter(string hello, Greeting greeting)
        {
            Receive<string>(name => Sender.Tell(hello + greeting.Word + name));
            Receive<Exception>(failure => throw failure);
        }
    }
}
