using Barter.Engine.Audit;
using Barter.Engine.Connectivity;
using Barter.Model;
using static Barter.Engine.Connectivity.LinkHealth;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class ConnectivityTests
{
    private readonly ScriptedStrategy _strategy = new();
    private readonly TradingEngine _engine;

    public ConnectivityTests() => _engine = NewEngine(_strategy);

    private ConnectivityState Links => _engine.State.Connectivity;

    [Fact]
    public void Everything_starts_as_reconnecting_and_there_is_no_account_where_we_only_listen()
    {
        Assert.Equal(Reconnecting, Links.Global);
        Assert.Equal(new ExchangeLinks(Reconnecting, Reconnecting), Links[Binance]);
        Assert.Equal(new ExchangeLinks(Reconnecting, null), Links[Kraken]);
        Assert.Equal((true, false), (_engine.State.HasExecution(Binance), _engine.State.HasExecution(Kraken)));
    }

    [Fact]
    public void All_is_healthy_once_every_link_that_exists_has_been_heard()
    {
        _engine.Process(Trade(BtcUsdt, 1m, Day(1)));
        Assert.Equal(new ExchangeLinks(Healthy, Reconnecting), Links[Binance]);

        _engine.Process(Trade(XbtUsd, 1m, Day(1)));
        Assert.Equal((new ExchangeLinks(Healthy, null), Reconnecting), (Links[Kraken], Links.Global));

        _engine.Process(BalanceTold(Usdt, 1m, 1m, Day(1)));
        Assert.Equal((new ExchangeLinks(Healthy, Healthy), Healthy), (Links[Binance], Links.Global));
    }

    [Fact]
    public void A_lost_market_is_told_to_the_strategy_once_and_heals_with_the_next_event()
    {
        var lost = Heal();

        var step = _engine.Process(MarketLost(ExchangeId.Kraken));

        Assert.Equal([new EngineOutput.MarketDisconnect(ExchangeId.Kraken, OrdersOutput.Empty)], step.Outputs);
        Assert.Equal(Reconnecting, Links.Global);
        Assert.Equal(new ExchangeLinks(Reconnecting, null), Links[Kraken]);
        Assert.Equal(new ExchangeLinks(Healthy, Healthy), Links[Binance]);

        _engine.Process(Trade(BtcUsdt, 1m, Day(2)));
        Assert.Equal(Reconnecting, Links.Global);

        _engine.Process(Trade(XbtUsd, 1m, Day(2)));
        Assert.Equal((Healthy, 1), (Links.Global, lost()));
    }

    [Fact]
    public void A_lost_account_heals_with_the_next_account_event()
    {
        var lost = Heal();

        var step = _engine.Process(new EngineEvent.AccountReconnecting(ExchangeId.BinanceSpot));

        Assert.Equal([new EngineOutput.AccountDisconnect(ExchangeId.BinanceSpot, OrdersOutput.Empty)], step.Outputs);
        Assert.Equal((Reconnecting, new ExchangeLinks(Healthy, Reconnecting)), (Links.Global, Links[Binance]));

        _engine.Process(BalanceTold(Usdt, 1m, 1m, Day(2)));
        Assert.Equal((Healthy, 1), (Links.Global, lost()));
    }

    [Fact]
    public void An_account_that_is_not_there_cannot_be_lost()
    {
        Heal();

        _engine.Process(new EngineEvent.AccountReconnecting(ExchangeId.Kraken));

        Assert.Equal(Healthy, Links.Global);
    }

    [Fact]
    public void The_strategy_sees_the_lost_link_and_may_send_orders()
    {
        var sell = World.Market(BtcUsdt, "out", Side.Sell);
        _strategy.OnLost = (state, orders) =>
        {
            Assert.Equal(Reconnecting, state.Connectivity[Binance].MarketData);
            orders.Open(sell);
        };

        var step = _engine.Process(MarketLost(ExchangeId.BinanceSpot));

        var output = Assert.IsType<EngineOutput.MarketDisconnect>(Assert.Single(step.Outputs));
        Assert.Equal(Sent(sell), output.Orders.Opens);
        Assert.Equal(Opens(sell), step.Requests);
    }

    private Func<int> Heal()
    {
        var lost = 0;
        _strategy.OnLost = (_, _) => lost++;
        _engine.Process(Trade(BtcUsdt, 1m, Day(1)));
        _engine.Process(Trade(XbtUsd, 1m, Day(1)));
        _engine.Process(BalanceTold(Usdt, 1m, 1m, Day(1)));
        Assert.Equal(Healthy, Links.Global);
        return () => lost;
    }
}
