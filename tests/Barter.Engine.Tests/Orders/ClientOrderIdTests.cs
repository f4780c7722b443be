using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Orders;

public sealed class ClientOrderIdTests
{
    [Fact]
    public void A_session_that_goes_on_without_its_events_gives_no_name_twice()
    {
        var first = Engine(named: 0);
        var names = new[] { NameOf(first), NameOf(first) };

        var second = Engine(first.OrdersNamed);

        Assert.Equal(2ul, first.OrdersNamed);
        Assert.Equal(["s-scripted-0", "s-scripted-1", "s-scripted-2"], [.. names, NameOf(second)]);
        Assert.Equal(3ul, second.OrdersNamed);
    }

    [Fact]
    public void Names_that_were_wished_for_and_not_sent_are_used_up()
    {
        var engine = Engine(named: 0, _ => Risk.RiskVerdict.Refuse("no"));

        engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        Assert.Equal(1ul, engine.OrdersNamed);
    }

    private static string NameOf(TradingEngine engine) =>
        Assert.Single(engine.Process(Trade(BtcUsdt, 1m, Day(1))).Requests).Key.ClientOrderId.Value;

    private static TradingEngine Engine(ulong named, Func<OrderRequestOpen, Risk.RiskVerdict>? check = null) => new(
        new EngineSettings
        {
            Catalog = Catalog,
            Executions = [ExchangeId.BinanceSpot],
            Strategy = new ScriptedStrategy { OnDecide = (_, orders) => orders.Market(BtcUsdt, Side.Buy, 1m) },
            Risk = new ScriptedRisk(check ?? (_ => Risk.RiskVerdict.Approve)),
            Session = "s",
            OrdersNamed = named,
            Trading = TradingState.Enabled,
        });
}
