using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Parity.Tests.Hosting;

public sealed class HostingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<IHost> _hosts = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync().WaitAsync(Patience);
            host.Dispose();
        }
    }

    [Fact]
    public async Task A_host_has_the_system_under_its_name()
    {
        var host = await Start(_ => { });

        Assert.Equal("hosted", host.Services.GetRequiredService<ActorSystem>().Name);
    }

    [Fact]
    public async Task Actors_are_made_when_the_host_starts_and_found_by_their_key()
    {
        var host = await Start(akka => akka.WithActors((system, registry) =>
            registry.Register<Echo>(system.ActorOf(Props.Create(() => new Echo()), "echo"))));

        var echo = host.Services.GetRequiredService<ActorRegistry>().Get<Echo>();

        Assert.Equal("x", await echo.Ask<string>("x", Patience));
        Assert.Equal("/user/echo", echo.Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task A_service_can_require_an_actor()
    {
        var host = await Start(
            akka => akka.WithActors((system, registry) =>
                registry.Register<Echo>(system.ActorOf(Props.Create(() => new Echo())))),
            services => services.AddTransient<Client>());

        Assert.Equal("x", await host.Services.GetRequiredService<Client>().Say("x"));
    }

    [Fact]
    public async Task The_registry_is_the_system_s_own()
    {
        var host = await Start(_ => { });
        var system = host.Services.GetRequiredService<ActorSystem>();

        Assert.Same(ActorRegistry.For(system), host.Services.GetRequiredService<ActorRegistry>());
        Assert.Same(ActorRegistry.For(system), host.Services.GetRequiredService<IActorRegistry>());
        Assert.Same(ActorRegistry.For(system), host.Services.GetRequiredService<IReadOnlyActorRegistry>());
    }

    [Fact]
    public async Task Actors_are_made_in_the_order_of_their_lines()
    {
        var order = new List<string>();

        await Start(akka => akka
            .WithActors((_, _) => order.Add("first"))
            .WithActors((_, _) => order.Add("second"))
            .WithActors((_, _) => order.Add("third")));

        Assert.Equal(["first", "second", "third"], order);
    }

    [Fact]
    public async Task A_startup_task_runs_when_the_actors_are_there()
    {
        var order = new List<string>();

        await Start(akka => akka
            .AddStartup((_, _) => order.Add("startup"))
            .WithActors((_, _) => order.Add("actors")));

        Assert.Equal(["actors", "startup"], order);
    }

    [Theory]
    [InlineData("before what is there", HoconAddMode.Prepend, "second", "first", "only")]
    [InlineData("behind what is there", HoconAddMode.Append, "first", "first", "only")]
    [InlineData("in place of what is there", HoconAddMode.Replace, "second", null, "only")]
    public async Task Configuration_can_be_added(
        string row, HoconAddMode mode, string both, string? first, string second)
    {
        Assert.NotEmpty(row);
        var host = await Start(akka => akka
            .AddHocon(ConfigurationFactory.ParseString("own { both = first, first = first }"), HoconAddMode.Prepend)
            .AddHocon(ConfigurationFactory.ParseString("own { both = second, second = only }"), mode));

        var config = host.Services.GetRequiredService<ActorSystem>().Settings.Config;

        Assert.Equal(both, config.GetString("own.both"));
        Assert.Equal(first, config.GetString("own.first", null));
        Assert.Equal(second, config.GetString("own.second"));
    }

    [Fact]
    public async Task A_file_can_be_added_too()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "own.key = from file");

        var host = await Start(akka => akka.AddHoconFile(file, HoconAddMode.Prepend));

        Assert.Equal("from file", host.Services.GetRequiredService<ActorSystem>().Settings.Config.GetString("own.key"));
        File.Delete(file);
    }

    [Fact]
    public async Task The_system_ends_with_its_host()
    {
        var host = await Start(_ => { });
        var system = host.Services.GetRequiredService<ActorSystem>();

        await host.StopAsync().WaitAsync(Patience);

        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task The_host_ends_with_its_system()
    {
        var host = await Start(_ => { });
        var stopping = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        await host.Services.GetRequiredService<ActorSystem>().Terminate().WaitAsync(Patience);

        await stopping.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task The_configuration_sees_the_services()
    {
        var seen = "";
        var host = new HostBuilder().ConfigureServices(services => services
            .AddSingleton("a service")
            .AddAkka("hosted", (_, provider) => seen = provider.GetRequiredService<string>())).Build();
        _hosts.Add(host);

        await host.StartAsync().WaitAsync(Patience);

        Assert.Equal("a service", seen);
    }

    private async Task<IHost> Start(
        Action<AkkaConfigurationBuilder> configure, Action<IServiceCollection>? more = null)
    {
        var host = new HostBuilder().ConfigureServices(services =>
        {
            services.AddAkka("hosted", (akka, _) => configure(akka));
            more?.Invoke(services);
        }).Build();
        _hosts.Add(host);
        await host.StartAsync().WaitAsync(Patience);
        return host;
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }

    private sealed class Client(IRequiredActor<Echo> echo)
    {
        public Task<string> Say(string text) => echo.ActorRef.Ask<string>(text, Patience);
    }
}
