using System.Collections.Concurrent;
using Barter.Actors.Hosting;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Barter.Actors.Tests.Hosting;

/// <summary>What a host does with a session when it stops, as the audit of the session tells it.</summary>
[Trait("Category", "Integration")]
public sealed class ShutdownTests
{
    [Theory]
    [InlineData("off", "off", "trading off, shutdown")]
    [InlineData("on", "off", "trading off, CancelOrders, shutdown")]
    [InlineData("off", "on", "trading off, ClosePositions, shutdown")]
    [InlineData("on", "on", "trading off, CancelOrders, ClosePositions, shutdown")]
    public async Task A_host_that_stops_ends_its_sessions_step_by_step(string cancel, string close, string steps)
    {
        using var hocon = Hosts.Hocon($"barter.shutdown {{ cancel-all = {cancel}, close-all = {close} }}");
        using var host = Build(hocon.Path, new Hosts.Lines());
        await host.StartAsync();
        using var audit = await host.Sessions()["one"].TakeAuditAsync();

        await host.StopAsync();

        List<string> told = [];
        await foreach (var tick in audit!.Ticks.ReadAllAsync())
        {
            switch (((AuditEvent.Processed)tick.Event).Event)
            {
                case EngineEvent.TradingStateUpdate { State: TradingState.Disabled }:
                    told.Add("trading off");
                    break;
                case EngineEvent.Commanded { Command: var command }:
                    told.Add(command.GetType().Name);
                    break;
                case EngineEvent.Shutdown:
                    told.Add("shutdown");
                    break;
            }
        }

        Assert.Equal(steps, string.Join(", ", told));
    }

    [Fact]
    public async Task What_is_in_flight_is_answered_before_the_end()
    {
        using var host = Build(null, new Hosts.Lines());
        await host.StartAsync();
        var session = host.Sessions()["one"];
        using var audit = await session.TakeAuditAsync();
        await session.SendOpenRequestsAsync([OrderRequestOpen.Limit(
            new OrderKey(new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("user"), new ClientOrderId("a")),
            Side.Buy, 10m, 1m)]);

        await host.StopAsync();

        var replica = audit!.NewReplica();
        await foreach (var tick in audit.Ticks.ReadAllAsync())
        {
            replica.Apply(tick);
        }

        Assert.IsType<ActiveOrderState.Open>(replica.State.Instruments[0].Orders[0].State);
    }

    [Fact]
    public async Task Lines_of_sessions_are_lines_of_the_host_with_values_by_name()
    {
        var lines = new Hosts.Lines();
        using var host = Build(null, lines);
        await host.StartAsync();

        await host.StopAsync();

        var ended = Assert.Single(lines.All, line => line.Text.EndsWith(
            "session one has ended: it was shut down", StringComparison.Ordinal));
        Assert.Equal((LogLevel.Information, "one"), (ended.Level, ended.Values["Session"]));
        Assert.Equal("it was shut down", ended.Values["Reason"]);
        var summary = Assert.Single(lines.All, line => line.Values.ContainsKey("Digest"));
        Assert.Equal(("one", "usdt"), (summary.Values["Session"], summary.Values["Currency"]));
        Assert.Equal(64, ((string)summary.Values["Digest"]!).Length);
    }

    [Fact]
    public async Task A_session_that_does_not_stop_is_told_and_the_shutdown_goes_on()
    {
        using var hocon = Hosts.Hocon(
            "barter { session.stop-timeout = 50ms, shutdown { trading-off = 50ms, drain = 50ms } }");
        var stuck = new Stuck();
        using var host = Hosts.Build(
            builder =>
            {
                builder.Logging.AddProvider(stuck);
                builder.AddTradingSession(
                    "one", Hosts.Spot, (options, _) => options with { Strategy = () => stuck, TradingEnabled = false });
            },
            ("Barter:Hocon", hocon.Path));
        await host.StartAsync();
        _ = host.Sessions()["one"].SendEventAsync(EngineEvents.Trading(true));

        await host.StopAsync();

        Assert.Contains(stuck.Told, line => line.StartsWith(
            "Session one: 'drain and stop' is unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_who_goes_was_not_let_go()
    {
        var lines = new Hosts.Lines();
        using var host = Build(null, lines);
        await host.StartAsync();
        (await host.Sessions()["one"].TakeAuditAsync())!.Dispose();
        await host.Sessions()["one"].SetTradingEnabledAsync(false);

        await host.StopAsync();

        Assert.Contains(lines.All, line => line.Text.Contains("has ended", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Text.Contains("let go", StringComparison.Ordinal));
    }

    private static IHost Build(string? hocon, Hosts.Lines lines) => Hosts.Build(
        builder =>
        {
            builder.Logging.AddProvider(lines);
            builder.AddTradingSession("one", Hosts.Spot);
        },
        [("Barter:Sessions:one:Audit", "true"), .. hocon is null ? [] : new[] { ("Barter:Hocon", hocon) }]);

    /// <summary>A strategy that does not return until the host has given it up.</summary>
    private sealed class Stuck : IStrategy, ILoggerProvider, ILogger
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private readonly ManualResetEventSlim _isGivenUp = new();

        public ConcurrentQueue<string> Told { get; } = [];

        public StrategyId Id { get; } = new("stuck");

        public void Decide(EngineState state, OrderBatch orders)
        {
            _isGivenUp.Wait(Patience);
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            Told.Enqueue(formatter(state, exception));
            if (Told.Any(line => line.Contains("'drain and stop' is unfinished", StringComparison.Ordinal)))
            {
                _isGivenUp.Set();
            }
        }

        public void Dispose() => _isGivenUp.Set();
    }
}
