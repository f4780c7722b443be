using Barter.Actors.Hosting;
using Barter.Engine.Audit;
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

    private static IHost Build(string? hocon, Hosts.Lines lines) => Hosts.Build(
        builder =>
        {
            builder.Logging.AddProvider(lines);
            builder.AddTradingSession("one", Hosts.Spot);
        },
        [("Barter:Sessions:one:Audit", "true"), .. hocon is null ? [] : new[] { ("Barter:Hocon", hocon) }]);
}
