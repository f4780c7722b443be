using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>An order whose outcome is not known moves by evidence alone, and holds new exposure back.</summary>
public sealed class UnknownTests
{
    private const int Walks = 60;
    private static readonly int First =
        int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var seed) ? seed : 1;

    [Fact]
    public void Only_evidence_moves_an_order_from_unknown()
    {
        var moved = 0;
        for (var seed = First; seed < First + Walks; seed++)
        {
            var (walk, engine) = (new Walk(seed), NewEngine(new RandomStrategy(seed)));
            for (var i = 0; i < 300; i++)
            {
                var before = UnknownOf(engine.State);
                var cause = walk.Next();

                engine.Process(cause);

                foreach (var order in before.Except(UnknownOf(engine.State)))
                {
                    moved++;
                    Assert.True(IsEvidence(cause, order), $"BARTER_SEED={seed}, event {i}: {cause} moved {order.Key}");
                }
            }
        }

        Assert.True(moved > Walks, $"{moved}");
    }

    [Fact]
    public void A_strategy_adds_no_exposure_where_an_outcome_is_unknown_and_a_user_may()
    {
        var strategy = new ScriptedStrategy();
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        engine.Process(OpenCommand(Limit(BtcUsdt, "a")));
        engine.Process(Reported(Limit(BtcUsdt, "a"), new ActiveOrderState.Unknown(null)));

        strategy.Once(orders =>
        {
            orders.Market(BtcUsdt, Side.Buy, 1m);
            orders.Market(EthBtc, Side.Buy, 1m);
        });
        var decided = engine.Process(Trade(BtcUsdt, 1m, Day(1)));
        var told = engine.Process(OpenCommand(Market(BtcUsdt, "user")));

        Assert.Equal(EthBtc, Assert.Single(decided.Requests).Key.Instrument);
        Assert.Single(Assert.IsType<EngineOutput.AlgoOrders>(Assert.Single(decided.Outputs)).Orders.OpensRefused);
        Assert.Single(told.Requests);
    }

    /// <summary>Reports of the order, its fills, and an answer to its cancel that says that it is over.</summary>
    private static bool IsEvidence(EngineEvent cause, Order order) => cause is EngineEvent.Account { Event: var told }
        && told switch
        {
            AccountEvent.OrderSnapshot { Order: var report } => report.Key == order.Key,
            AccountEvent.Snapshot { Account: var account } => account.Instruments
                .SelectMany(row => row.Orders).Any(report => report.Key == order.Key),
            AccountEvent.OrderCancelled { Response: var answer } => answer.Key == order.Key
                && answer is { Cancelled: not null } or { Error: OrderError.Rejected },
            AccountEvent.Filled { Fill: var fill } =>
                ((ActiveOrderState)order.State).LastOpen?.Id == fill.OrderId,
            _ => false,
        };

    private static HashSet<Order> UnknownOf(EngineState state)
    {
        var unknown = new HashSet<Order>();
        foreach (var row in state.Instruments)
        {
            for (var i = 0; i < row.Orders.Count; i++)
            {
                if (row.Orders[i] is { State: ActiveOrderState.Unknown } order)
                {
                    unknown.Add(order);
                }
            }
        }

        return unknown;
    }
}
