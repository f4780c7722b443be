using Barter.Engine.Audit;
using Barter.Engine.Connectivity;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>What holds between the restart of a session and the word that its accounts are known again.</summary>
public sealed class RestartTests
{
    private static readonly EngineEvent Restarted = new EngineEvent.SessionRestarted();
    private static readonly EngineEvent Reconciled = new EngineEvent.Reconciled(ExchangeId.BinanceSpot);

    private readonly ScriptedStrategy _strategy = new();
    private readonly TradingEngine _engine;
    private int _decisions;

    public RestartTests()
    {
        _engine = NewEngine(_strategy, trading: TradingState.Enabled);
        _strategy.OnDecide = (_, _) => _decisions++;
    }

    [Fact]
    public void A_session_that_starts_afresh_has_nothing_to_reconcile()
    {
        Assert.True(_engine.State.IsReconciled);
        Assert.True(_engine.State.IsReconciledAt(Binance));

        _engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        Assert.Equal(1, _decisions);
    }

    [Fact]
    public void After_a_restart_only_accounts_are_to_be_reconciled_and_every_link_is_down()
    {
        _engine.Process(Trade(BtcUsdt, 1m, Day(1)));
        _engine.Process(Trade(XbtUsd, 1m, Day(1)));
        _engine.Process(BalanceTold(Usdt, 1m, 1m, Day(1)));
        Assert.Equal(LinkHealth.Healthy, _engine.State.Connectivity.Global);

        var step = _engine.Process(Restarted);

        Assert.True(step.IsQuiet);
        Assert.False(_engine.State.IsReconciled);
        Assert.False(_engine.State.IsReconciledAt(Binance));
        Assert.True(_engine.State.IsReconciledAt(Kraken));
        Assert.Equal(LinkHealth.Reconnecting, _engine.State.Connectivity.Global);
        Assert.Equal(
            new ExchangeLinks(LinkHealth.Reconnecting, LinkHealth.Reconnecting), _engine.State.Connectivity[Binance]);
        Assert.Equal(new ExchangeLinks(LinkHealth.Reconnecting, null), _engine.State.Connectivity[Kraken]);
    }

    [Fact]
    public void The_strategy_sees_and_hears_but_decides_only_once_every_account_is_reconciled()
    {
        var (seen, heard) = (0, 0);
        _strategy.OnSee = () => seen++;
        _strategy.OnHear = _ => heard++;

        _engine.Process(Restarted);
        _engine.Process(Trade(BtcUsdt, 1m, Day(1)));
        _engine.Process(BalanceTold(Usdt, 1m, 1m, Day(1)));
        _engine.Process(new EngineEvent.TimerElapsed(Day(1), "t"));
        _engine.Process(new EngineEvent.Reconciled(ExchangeId.Kraken));
        Assert.Equal((1, 1, 0), (seen, heard, _decisions));

        _engine.Process(Reconciled);

        Assert.True(_engine.State.IsReconciled);
        Assert.Equal(1, _decisions);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Links_that_are_lost_before_all_is_reconciled_are_no_reason_to_ask_for_orders(
        bool isReconciled, bool isAsked)
    {
        var asked = false;
        _strategy.OnLost = (_, _) => asked = true;

        _engine.Process(Restarted);
        Assert.False(asked);
        if (isReconciled)
        {
            _engine.Process(Reconciled);
        }

        var market = _engine.Process(MarketLost(ExchangeId.BinanceSpot));
        _engine.Process(new EngineEvent.AccountReconnecting(ExchangeId.BinanceSpot));

        Assert.Equal(isAsked, asked);
        Assert.Equal(
            [new EngineOutput.MarketDisconnect(ExchangeId.BinanceSpot, OrdersOutput.Empty)], market.Outputs);
    }

    [Fact]
    public void What_a_user_tells_is_done_before_all_is_reconciled()
    {
        _engine.Process(Restarted);

        var step = _engine.Process(OpenCommand(Limit(BtcUsdt, "mine")));

        Assert.Equal(Opens(Limit(BtcUsdt, "mine")), step.Requests);
        Assert.Equal(0, _decisions);
    }

    [Fact]
    public void A_second_restart_puts_all_in_doubt_again()
    {
        _engine.Process(Restarted);
        _engine.Process(Reconciled);
        _engine.Process(Restarted);

        Assert.False(_engine.State.IsReconciled);
    }

    [Fact]
    public void Only_a_state_that_is_in_doubt_has_another_digest()
    {
        var before = StateDigest.Of(_engine.State);
        _engine.Process(Restarted);
        var doubt = StateDigest.Describe(_engine.State);
        var clone = _engine.State.Clone();
        _engine.Process(Reconciled);

        Assert.Contains("not reconciled", doubt, StringComparison.Ordinal);
        Assert.Equal((doubt, false), (StateDigest.Describe(clone), clone.IsReconciled));
        Assert.Equal(before, StateDigest.Of(_engine.State));
    }
}
