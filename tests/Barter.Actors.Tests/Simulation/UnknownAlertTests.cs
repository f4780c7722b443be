using Akka.Actor;
using Akka.Event;
using Barter.Actors.Execution;
using Barter.Actors.Hosting;
using Barter.Actors.Tests.Instrumentation;
using Barter.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using static Barter.Actors.Tests.Simulation.SimulatedSession;

namespace Barter.Actors.Tests.Simulation;

/// <summary>An exchange that does not say what became of an order.</summary>
[Trait("Category", "Integration")]
public sealed class UnknownAlertTests
{
    private bool _isDeaf = true;

    [Fact]
    public void Doubt_that_lasts_is_told_to_those_who_watch_until_it_is_settled()
    {
        using var meters = new Meters();
        List<string> warnings = [];
        Run(
            async session =>
            {
                var system = session.Simulation.System;
                var listener = system.ActorOf(Props.Create(() => new Listener(warnings)), "listener");
                system.EventStream.Subscribe(listener, typeof(Warning));
                await using var handle = await session.StartAsync(session.Options with { MeterFactory = meters });
                using var hosted = Host(handle);
                await handle.SendOpenRequestsAsync([session.Limit()]);
                await session.DelayAsync(30);

                Assert.IsType<ActiveOrderState.Unknown>(
                    (await handle.GetStateAsync())[new InstrumentIndex(0)].Orders[0].State);
                Assert.DoesNotContain("nobody knows", (await HealthOf(hosted)).Description ?? "");
                Assert.Equal(0, meters.Sum("barter.orders", "outcome=unknown"));

                await session.DelayAsync(30);
                var health = await HealthOf(hosted);

                Assert.Equal(HealthStatus.Degraded, health.Status);
                Assert.Contains("nobody knows what became of", health.Description, StringComparison.Ordinal);
                Assert.Contains("c1", health.Description, StringComparison.Ordinal);
                Assert.Equal(1, meters.Sum("barter.orders", "outcome=unknown"));
                Assert.Single(warnings, told => told.EndsWith(
                    "is not known after 00:00:30", StringComparison.Ordinal));

                _isDeaf = false;
                await session.DelayAsync(30);

                Assert.Equal(0, (await handle.GetStateAsync())[new InstrumentIndex(0)].Orders.Count);
                Assert.Equal(HealthStatus.Healthy, (await HealthOf(hosted)).Status);
                Assert.Equal(1, meters.Sum("barter.orders", "outcome=unknown"));
            },
            simulation => simulation.Between(
                Desk, Exchange,
                told => _isDeaf && told is (ExchangeProtocol.Place or ExchangeProtocol.Query)).Drop(1),
            settings: "akka.loglevel = WARNING");
    }

    private static TradingSessions Host(SystemHandle handle)
    {
        var sessions = new TradingSessions(
            [new SessionRegistration("s", Config, Configure: null)],
            new HostSettings(configuration: null, environment: null),
            new ServiceCollection().BuildServiceProvider(),
            NullLogger<TradingSessions>.Instance);
        sessions.Find("s").Start(handle);
        return sessions;
    }

    private static Task<HealthCheckResult> HealthOf(TradingSessions sessions)
    {
        var check = new SessionHealth(sessions, "s", isReadiness: true);
        return check.CheckHealthAsync(new HealthCheckContext
        {
            Registration = new HealthCheckRegistration("s", check, HealthStatus.Unhealthy, tags: null),
        });
    }

    private sealed class Listener : ReceiveActor
    {
        public Listener(List<string> warnings) => Receive<Warning>(told => warnings.Add($"{told.Message}"));
    }
}
