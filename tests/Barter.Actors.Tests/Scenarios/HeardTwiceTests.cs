using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>What a session hears by a query and once more by a report, in its figures.</summary>
public sealed class HeardTwiceTests
{
    private static readonly OrderRequestOpen Wish = OrderRequestOpen.Limit(Given.Key("test", "a"), Side.Buy, 10m, 1m);

    private readonly SessionPlan _plan;
    private readonly SessionCore _core;

    public HeardTwiceTests()
    {
        _plan = new SessionPlan(
            House.Config,
            new TradingSystemOptions
            {
                Session = "run",
                Market = MarketFeed.None,
                Journal = JournalSettings.At("nowhere"),
            },
            SessionSettings.Of(SessionSettings.Reference));
        _core = new SessionCore(_plan);
    }

    [Fact]
    public void A_fill_counts_once_and_is_paid_once()
    {
        var fill = (EngineEvent.Account)Given.Bought(0, 0.01m);

        Hear(fill.Event, 0);
        var once = Balances();
        Hear(fill.Event, 1);

        Assert.Equal(1, _core.Summarise(_plan.Options.SummaryInterval).Counts.Fills);
        Assert.Equal(once, Balances());
        Assert.Equal(1, _core.Progress.LastReport(new ExchangeIndex(0)));
    }

    [Fact]
    public void An_order_that_was_not_answered_in_time_was_not_rejected()
    {
        _core.Process(new EngineEvent.Commanded(new Command.SendOpenRequests([Wish])), _plan.Start);

        Hear(Failed(new OrderError.Connectivity(new ConnectivityError.Timeout())), 0);
        var doubted = _core.Summarise(_plan.Options.SummaryInterval);
        Hear(Failed(new OrderError.Rejected(new ApiError.OrderRejected("no"))), 1);
        var rejected = _core.Summarise(_plan.Options.SummaryInterval);

        Assert.Equal((0, 1), (doubted.Counts.OrdersRejected, doubted.Orders.OpenAtEnd));
        Assert.Equal((1, 0), (rejected.Counts.OrdersRejected, rejected.Orders.OpenAtEnd));
        Assert.Equal("no", Assert.Single(rejected.Orders.Rejected).Key);
    }

    private static AccountEvent.OrderSnapshot Failed(OrderError error) =>
        new(new ExchangeIndex(0), Wish.ToOrder() with { State = new InactiveOrderState.OpenFailed(error) });

    private void Hear(AccountEvent told, long report) =>
        _core.Process(new EngineEvent.Account(told), _plan.Start, report);

    /// <summary>What a simulated exchange would be built from again.</summary>
    private ValueList<AssetBalance> Balances()
    {
        var began = _plan.Catalog.Assets
            .Select((_, at) => new AssetBalance(new AssetIndex(at), new Balance(1_000m, 1_000m), _plan.Start))
            .ToValueList();
        return _core.Progress.Account!
            .Resume(new ExchangeIndex(0), new SimulatedExchangeSettings(0m, 0m, began, []), [], []).Balances;
    }
}
