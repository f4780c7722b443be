using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>Commands from their builders to what the audit tells of them.</summary>
[Trait("Category", "Integration")]
public sealed class CommandTests
{
    private static readonly OrderKey TheKey = Given.Key("integration-commands", "cid-cmd-0");

    private static readonly OrderRequestOpen Open = OrderRequestOpen.Limit(TheKey, Side.Sell, 102.5m, 0.25m);

    private static readonly OrderRequestCancel Cancel = new(TheKey);

    public static TheoryData<InstrumentFilter, string> Filters => new()
    {
        { InstrumentFilter.All, "InstrumentFilter(None)" },
        { new InstrumentFilter.Exchanges([new ExchangeIndex(0)]), "InstrumentFilter(Exchanges=[0])" },
        { new InstrumentFilter.Instruments([new InstrumentIndex(0), new(2)]), "InstrumentFilter(Instruments=[0, 2])" },
        {
            new InstrumentFilter.Underlyings([new Underlying<AssetIndex>(new AssetIndex(0), new AssetIndex(3))]),
            "InstrumentFilter(Underlyings=[0/3])"
        },
    };

    [Fact]
    [Trait("Case", "ICMD-001")]
    public async Task What_the_builders_make_is_what_the_engine_was_told()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync(
            new TradingSystemOptions { TradingEnabled = false, Audit = true });
        using var audit = (await handle.TakeAuditAsync())!;
        EngineEvent[] told =
        [
            EngineEvents.SendOpenRequests(Open),
            EngineEvents.SendCancelRequests(Cancel),
            EngineEvents.ClosePositions(),
            .. Filters.Select(row => EngineEvents.CancelOrders((InstrumentFilter)row[0])),
        ];
        Assert.All(told, cause => Assert.False(cause.IsTerminal));

        await handle.SendOpenRequestsAsync([Open]);
        await handle.SendCancelRequestsAsync([Cancel]);
        await handle.ClosePositionsAsync(InstrumentFilter.All);
        foreach (var row in Filters)
        {
            await handle.CancelOrdersAsync((InstrumentFilter)row[0]);
        }

        await handle.ShutdownAsync();

        Assert.False(handle.IsRunning);
        var ticks = (await Given.AllAsync(audit)).Select(tick => (AuditEvent.Processed)tick.Event).ToArray();
        Assert.Equal([.. told, EngineEvents.Shutdown], ticks.Select(tick => tick.Event).Where(IsOurs));
        Assert.Equal(
            [
                new ActionOutput.OpenOrders(new SendOutput<OrderRequestOpen>([Open], [])),
                new ActionOutput.CancelOrders(new SendOutput<OrderRequestCancel>([Cancel], [])),
                new ActionOutput.ClosePositions(OrdersOutput.Empty),
                .. Filters.Select(_ => new ActionOutput.CancelOrders(SendOutput<OrderRequestCancel>.Empty)),
            ],
            ticks.SelectMany(tick => tick.Outputs).OfType<EngineOutput.Commanded>().Select(output => output.Action));
        Assert.All(ticks, tick => Assert.Empty(tick.Errors));
        await house.AssertNothingLostAsync();
    }

    [Fact]
    [Trait("Case", "ICMD-001")]
    public void Requests_read_well()
    {
        Assert.Equal("0:0:integration-commands:cid-cmd-0", TheKey.ToString());
        Assert.Equal("Sell 0.25 @ 102.5 0:0:integration-commands:cid-cmd-0", Open.ToString());
        Assert.Contains("OrderRequestCancel", Cancel.ToString(), StringComparison.Ordinal);
        Assert.Contains(TheKey.ToString(), Cancel.ToString(), StringComparison.Ordinal);
        Assert.Equal(Open, OrderRequestOpen.Limit(TheKey with { }, Side.Sell, 102.5m, 0.25m));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_chooses_the_orders_that_it_names(InstrumentFilter filter, string text)
    {
        Assert.Equal(text, filter.ToString());
        await using var handle = await TradingSystem.StartAsync(
            House.Config, new TradingSystemOptions { TradingEnabled = false, Audit = true });
        using var audit = (await handle.TakeAuditAsync())!;
        await handle.SendOpenRequestsAsync(
        [
            .. Enumerable.Range(0, 3).Select(at =>
                OrderRequestOpen.Limit(Given.Key("filters", $"f{at}", at), Side.Buy, 1m, 10m)),
        ]);

        await handle.CancelOrdersAsync(filter);
        await handle.ShutdownAsync();

        var cancels = (await Given.AllAsync(audit))
            .SelectMany(tick => ((AuditEvent.Processed)tick.Event).Outputs)
            .OfType<EngineOutput.Commanded>()
            .Select(output => output.Action)
            .OfType<ActionOutput.CancelOrders>()
            .Single().Cancels;
        Assert.Equal(
            handle.Catalog.Instruments.Where(filter.Matches).Select(instrument => instrument.Index),
            cancels.Sent.Select(request => request.Key.Instrument));
        Assert.NotEmpty(cancels.Sent);
    }

    [Fact]
    public async Task Positions_are_closed_where_the_filter_chooses_them()
    {
        await using var handle = await TradingSystem.StartAsync(
            House.Config, new TradingSystemOptions { TradingEnabled = false, Audit = true });
        using var audit = (await handle.TakeAuditAsync())!;
        await handle.FeedEventsAsync(
            [Given.Price(0, 100m), Given.Price(1, 10m), Given.Bought(0, 2m), Given.Bought(1, 3m)]);

        await handle.ClosePositionsAsync(new InstrumentFilter.Instruments([new InstrumentIndex(1)]));
        await handle.ShutdownAsync();

        var closing = (await Given.AllAsync(audit))
            .SelectMany(tick => ((AuditEvent.Processed)tick.Event).Outputs)
            .OfType<EngineOutput.Commanded>()
            .Select(output => Assert.IsType<ActionOutput.ClosePositions>(output.Action))
            .Single().Orders.Opens;
        var order = Assert.Single(closing.Sent);
        Assert.Equal(
            (new InstrumentIndex(1), Side.Sell, 3m, OrderKind.Market),
            (order.Key.Instrument, order.Side, order.Quantity, order.Kind));
    }

    [Fact]
    public void A_set_that_is_empty_makes_no_filter_and_no_command()
    {
        AssertRefused("InstrumentFilter.Exchanges requires", () => new InstrumentFilter.Exchanges([]));
        AssertRefused("InstrumentFilter.Instruments requires", () => new InstrumentFilter.Instruments([]));
        AssertRefused("InstrumentFilter.Underlyings requires", () => new InstrumentFilter.Underlyings([]));
        AssertRefused("SendOpenRequests requires", () => EngineEvents.SendOpenRequests());
        AssertRefused("SendCancelRequests requires", () => EngineEvents.SendCancelRequests());
    }

    private static void AssertRefused(string text, Func<object> make) => Assert.StartsWith(
        $"{text} at least one", Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static bool IsOurs(EngineEvent cause) => cause is EngineEvent.Commanded or EngineEvent.Shutdown;
}
