using System.Diagnostics;
using System.Runtime.CompilerServices;
using Barter.Actors.Tests.Instrumentation;
using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation;

/// <summary>Metrics and traces of whole sessions in virtual time, where every figure is known.</summary>
[Trait("Category", "Integration")]
public sealed class MetricsTests
{
    private readonly SystemConfig _config = SystemConfig.Load(Repository.File("data/config/spot.json"));
    private TimeProvider? _time;

    private static string[] AccountKinds => ["account_snapshot", "balance", "order", "cancel", "fill"];

    [Fact]
    public void A_session_counts_and_times_what_it_does()
    {
        using var meters = new Meters();
        var source = new RecordedMarketData(Repository.File("data/markets/reconnects.json"), _config.BuildCatalog());
        List<AuditEvent.Processed> steps = [];

        Run(meters, MarketFeed.Paced(source), async (handle, audit) =>
        {
            await handle.MarketEnded;
            await handle.ShutdownAsync(TimeSpan.FromSeconds(5));
            await foreach (var tick in audit.Ticks.ReadAllAsync())
            {
                steps.Add((AuditEvent.Processed)tick.Event);
            }
        });

        var recorded = Events(source).GroupBy(market => market.Kind.ToWord()).ToDictionary(kind => kind.Key);
        Assert.All(recorded, kind => Assert.Equal(
            kind.Value.Count(), meters.Sum("barter.events", $"kind={kind.Key}", "session=measured")));
        Assert.Equal(1, meters.Sum("barter.events", "kind=shutdown"));
        Assert.Equal(
            recorded["reconnecting"].Count(),
            meters.Sum("barter.reconnects", "link=market_data", "exchange=binance_spot"));
        var batches = steps.SelectMany(step => step.Outputs).OfType<EngineOutput.AlgoOrders>().ToArray();
        var sent = batches.Sum(batch => batch.Orders.Opens.Sent.Count);
        var reports = steps.Select(step => step.Event).OfType<EngineEvent.Account>().ToArray();
        Assert.True(sent >= 3, "every instrument is bought");
        Assert.Equal(sent, meters.Sum("barter.orders", "outcome=sent", "exchange=binance_spot"));
        Assert.Equal(sent, meters.Sum("barter.requests", "request=open", "exchange=binance_spot"));
        Assert.Equal(Told<InactiveOrderState.FullyFilled>(), meters.Sum("barter.orders", "outcome=filled"));
        Assert.Equal(Told<InactiveOrderState.Cancelled>(), meters.Sum("barter.orders", "outcome=cancelled"));
        Assert.Equal(Told<InactiveOrderState.OpenFailed>(), meters.Sum("barter.orders", "outcome=rejected"));
        Assert.Equal(reports.Length, AccountKinds.Sum(kind => meters.Sum("barter.events", $"kind={kind}")) - 1);
        Assert.All(meters.Of("barter.tick_to_order.duration"), took => Assert.Equal(0, took));
        Assert.NotEmpty(meters.Of("barter.tick_to_order.duration"));
        Assert.Equal(
            Enumerable.Repeat(0.1, sent), meters.Of("barter.order_to_ack.duration", "request=open"));
        Assert.Equal(0, meters.Sum("barter.engine.mailbox"));
        Assert.Equal(
            Events(source).Count(), meters.Of("barter.engine.mailbox").Where(change => change > 0).Sum());

        int Told<T>() => reports.Count(report => report.Event is AccountEvent.OrderSnapshot { Order.State: T });
    }

    [Fact]
    public void A_request_is_a_span_from_sending_to_the_answer()
    {
        using var meters = new Meters();
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Barter.Actors",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var source = new RecordedMarketData(Repository.File("data/markets/reconnects.json"), _config.BuildCatalog());

        Run(meters, MarketFeed.Paced(source), (handle, _) => handle.MarketEnded);

        Activity[] mine;
        lock (spans)
        {
            mine = [.. spans.Where(span => (string?)span.GetTagItem("session") == "measured")];
        }

        Assert.NotEmpty(mine);
        Assert.Equal(
            meters.Sum("barter.orders", "outcome=sent"), mine.Count(span => span.OperationName == "barter.order.open"));
        Assert.All(mine, span => Assert.Equal(
            (TimeSpan.FromSeconds(0.1), "resting", 2024),
            (span.Duration, span.GetTagItem("answer"), span.StartTimeUtc.Year)));
    }

    [Fact]
    public void Market_data_that_is_lost_is_a_restart_and_a_reconnect()
    {
        using var meters = new Meters();
        var openings = 0;

        Run(
            meters,
            MarketFeed.Live(cancellation => Silence(isLost: openings++ == 0, cancellation)),
            (_, _) => Task.Delay(TimeSpan.FromSeconds(5), _time!));

        Assert.Equal(2, openings);
        Assert.Equal(1, meters.Sum("barter.restarts", "part=market-data"));
        Assert.Equal(1, meters.Sum("barter.reconnects", "link=market_data"));
        Assert.Equal(0, meters.Sum("barter.engine.mailbox"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Measuring_changes_nothing(bool isHistory)
    {
        var source = new RecordedMarketData(Repository.File("data/markets/reconnects.json"), _config.BuildCatalog());
        using var meters = new Meters();
        var market = isHistory ? MarketFeed.Replayed(source) : MarketFeed.Paced(source);

        Assert.Equal(Digest(null), Digest(meters));
        Assert.NotEqual(0, meters.Sum("barter.orders", "outcome=filled"));
        Assert.Equal(isHistory, meters.Of("barter.order_to_ack.duration").Count == 0);

        string Digest(Meters? listening)
        {
            var digest = "";
            Run(listening, market, async (handle, _) =>
            {
                await handle.MarketEnded;
                digest = (await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromSeconds(5))).AuditDigest;
            });
            return digest;
        }
    }

    private static IEnumerable<MarketEvent> Events(RecordedMarketData source)
    {
        using var stream = source.Open();
        List<MarketEvent> events = [];
        for (var batch = stream.Next(); !batch.IsEmpty; batch = stream.Next())
        {
            events.AddRange(batch.Span);
        }

        return events;
    }

    private async IAsyncEnumerable<MarketEvent> Silence(
        bool isLost, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A delay that is cancelled ends on a thread of the pool, which a simulation refuses; a wait ends there
        await (isLost
            ? Task.Delay(TimeSpan.FromSeconds(1), _time!, cancellation)
            : new TaskCompletionSource().Task.WaitAsync(cancellation));
        yield return isLost ? throw new IOException("reset") : default(MarketEvent);
    }

    /// <summary>Trading begins when the audit has been taken, so that every order is in it.</summary>
    private void Run(Meters? meters, MarketFeed market, Func<SystemHandle, AuditSubscription, Task> script) =>
        Akka.Simulation.Simulation.Run(
            seed: 1,
            _ => { },
            async simulation =>
            {
                _time = simulation.Time;
                await using var handle = await TradingSystem.StartAsync(_config, new TradingSystemOptions
                {
                    Session = "measured",
                    ActorSystem = simulation.System,
                    Time = simulation.Time,
                    MeterFactory = meters,
                    Market = market,
                    Audit = true,
                    TradingEnabled = false,
                    Strategy = () => ShippedStrategies.Create("buy-and-hold", []),
                });
                using var audit = await handle.TakeAuditAsync();
                await handle.SetTradingEnabledAsync(true);
                await script(handle, audit!);
            });
}
