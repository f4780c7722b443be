using Barter.Engine.Reconciliation;
using Barter.Model;
using static Barter.Engine.Tests.Reconciliation.Desk;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>Fills, positions and balances after a restart.</summary>
public sealed class ReconcilerPositionTests
{
    [Fact]
    public void Fills_that_are_known_are_not_told_again_however_they_are_told()
    {
        var desk = new Desk();
        var known = Trade(1, Side.Buy, 2m);
        desk.Heard(known);
        desk.Fills.AddRange([
            known with { Strategy = new StrategyId("external"), TimeExchange = At(0), Quantity = 2.00m },
            Trade(2, Side.Buy, 1m),
            Trade(2, Side.Buy, 1m),
        ]);

        Assert.Equal([new AccountEvent.Filled(Binance, Trade(2, Side.Buy, 1m))], desk.Reconcile());
        Assert.Equal(3m, desk.Quantity);
    }

    [Fact]
    public void Fills_that_are_too_old_to_be_remembered_count_as_known()
    {
        var desk = new Desk { Time = At(9_000) };
        var all = Enumerable.Range(1, 3_000).Select(millis => Trade(millis, Side.Buy, 1m)).ToArray();
        desk.Heard(all);
        desk.Fills.AddRange([.. all, Trade(5_000, Side.Buy, 1m)]);

        Assert.Single(desk.Reconcile());
        Assert.Equal(3_001m, desk.Quantity);
        Assert.Equal(At(5_000), Reconciler.FillsFrom(desk.Engine.State, Binance));
    }

    [Fact]
    public void Fills_are_told_in_the_order_of_trading_so_that_a_position_closes_and_turns_as_it_did()
    {
        var desk = new Desk();
        desk.Heard(Trade(1, Side.Buy, 2m, 100m));
        desk.Fills.AddRange([Trade(3, Side.Sell, 5m, 120m), Trade(2, Side.Buy, 1m, 130m)]);

        desk.Reconcile();

        Assert.Equal((-2m, 120m), (desk.Quantity, desk.Row.Position?.PriceEntryAverage));
        Assert.Equal(30m, desk.Row.Positions.PnlRealised);
    }

    [Theory]
    [InlineData(0, 0, 5, 110, "5@110")]
    [InlineData(0, 0, -5, 110, "-5@110")]
    [InlineData(2, 100, 4, 110, "2@120")]
    [InlineData(-2, 100, -4, 110, "-2@120")]
    [InlineData(4, 100, 4, 100, "")]
    [InlineData(4, 100, 4, 100.005, "")]
    [InlineData(4, 100, 6, 100.005, "2@100.005")]
    [InlineData(4, 100, 1, 100, "-3@100")]
    [InlineData(4, 100, 0, 0, "-4@100")]
    [InlineData(4, 100, -3, 90, "-7@90")]
    [InlineData(-4, 100, 3, 90, "7@90")]
    [InlineData(4, 100, 1, 130, "-4@130 1@130")]
    [InlineData(4, 100, 4, 130, "-4@130 4@130")]
    [InlineData(4, 100, 5, 130, "1@250")]
    [InlineData(4, 100, 5, 150, "-4@150 5@150")]
    [InlineData(4, 100, 5, 50, "-4@50 5@50")]
    public void What_no_list_of_fills_explains_is_bridged_to_the_stated_position(
        decimal held, decimal heldAt, decimal stated, decimal statedAt, string expected)
    {
        var desk = new Desk(isSpot: false) { Positions = [] };
        if (held != 0m)
        {
            desk.Heard(Trade(1, held > 0m ? Side.Buy : Side.Sell, Math.Abs(held), heldAt));
        }

        if (stated != 0m)
        {
            desk.Positions!.Add(new StatedPosition(BtcUsdt, stated, statedAt));
        }

        var told = desk.Reconcile().Select(row => Assert.IsType<AccountEvent.Filled>(row).Fill).ToArray();

        var steps = told.Select(fill => (Signed: fill.Side == Side.Buy ? fill.Quantity : -fill.Quantity, fill.Price))
            .Select(step => $"{DecimalText.Format(step.Signed)}@{DecimalText.Format(step.Price)}");
        Assert.Equal(expected, string.Join(' ', steps));
        Assert.All(told, fill => Assert.True(fill.IsBridge && fill.Fees.Fees == 0m && fill.TimeExchange == desk.Time));
        Assert.Equal(stated, desk.Quantity);
        Assert.InRange(desk.Row.Position?.PriceEntryAverage ?? 0m, statedAt * 0.9999m, statedAt * 1.0001m);
    }

    [Theory]
    [InlineData(2, 100, 4, 80)]
    [InlineData(4, 100, 1, 130)]
    public void A_bridge_is_exact_for_inverse_contracts_too(
        decimal held, decimal heldAt, decimal stated, decimal statedAt)
    {
        var engine = NewEngine(catalog: Perpetual(10m, isInverse: true));
        engine.Process(Filled(Trade(1, Side.Buy, held, heldAt)));
        var evidence = new AccountEvidence(
            Binance, At(9), new AccountSnapshot(Binance, [], []), [], null, [],
            [new StatedPosition(BtcUsdt, stated, statedAt)]);

        foreach (var row in Reconciler.Reconcile(engine.State, evidence))
        {
            engine.Process(Told(row));
        }

        Assert.Equal(stated, engine.State[BtcUsdt].Position?.QuantitySigned);
        Assert.InRange(engine.State[BtcUsdt].Position!.PriceEntryAverage, statedAt * 0.9999m, statedAt * 1.0001m);
    }

    [Fact]
    public void A_bridge_is_named_by_the_evidence_and_the_same_every_time()
    {
        var desk = new Desk(isSpot: false) { Positions = [new StatedPosition(BtcUsdt, 3m, 50m)] };
        var again = new Desk(isSpot: false) { Positions = [new StatedPosition(BtcUsdt, 3m, 50m)] };

        var told = desk.Reconcile();

        Assert.Equal(told, again.Reconcile());
        var fill = Assert.IsType<AccountEvent.Filled>(Assert.Single(told)).Fill;
        Assert.Equal(new TradeId("bridge:0:0:100000000:0"), fill.Id);
        Assert.False(Trade(1, Side.Buy, 1m).IsBridge);
    }

    [Fact]
    public void Fills_that_a_bridge_stands_for_are_not_counted_when_they_turn_up()
    {
        var desk = new Desk(isSpot: false) { Positions = [new StatedPosition(BtcUsdt, 3m, 50m)] };
        desk.Reconcile();

        desk.Fills.Add(Trade(7, Side.Buy, 3m, 50m));
        Assert.Empty(desk.Reconcile());
        desk.Heard(Trade(7, Side.Buy, 3m, 50m));
        Assert.Equal(3m, desk.Quantity);

        desk.Heard(Trade(AwayUntil + 1, Side.Buy, 1m, 50m));
        Assert.Equal(4m, desk.Quantity);
    }

    [Fact]
    public void A_position_that_has_traded_since_it_was_stated_is_left_alone()
    {
        var desk = new Desk(isSpot: false) { Positions = [] };
        desk.Heard(Trade(AwayUntil + 1, Side.Buy, 1m));

        Assert.Empty(desk.Reconcile());
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, 5, true)]
    [InlineData(true, 6, false)]
    [InlineData(false, 6, true)]
    public void A_list_of_fills_that_does_not_reach_back_is_enough_only_beside_positions(
        bool isSpot, int? since, bool expected)
    {
        var desk = new Desk(isSpot) { Positions = isSpot ? null : [new StatedPosition(BtcUsdt, 1m, 100m)] };
        desk.Heard(Trade(5, Side.Buy, 1m));
        var evidence = desk.Evidence(since is { } millis ? At(millis) : null);

        Assert.Equal(expected, Reconciler.CanBeExact(desk.Engine.State, evidence));
    }

    [Fact]
    public void Balances_are_as_stated_and_those_that_are_not_stated_are_gone()
    {
        var desk = new Desk();
        desk.Engine.Process(BalanceTold(Btc, 3m, 3m, At(1)));
        desk.Engine.Process(BalanceTold(Usdt, 7m, 7m, At(50)));
        desk.Engine.Process(BalanceTold(Eth, 7m, 7m, At(AwayUntil + 1)));
        desk.Balances.Add(new AssetBalance(Usdt, new Balance(5m, 4m), At(2)));

        var told = desk.Reconcile();

        Assert.Equal(2, told.Count);
        var state = desk.Engine.State;
        Assert.Equal((5m, 4m, 0m, 7m), (state[Usdt].Total, state[Usdt].Free, state[Btc].Total, state[Eth].Total));
    }

    [Fact]
    public void Evidence_that_names_what_is_not_there_is_refused_by_the_engine_and_harms_nothing()
    {
        var desk = new Desk();
        desk.Fills.Add(Trade(1, Side.Buy, 1m) with { Instrument = new InstrumentIndex(9) });
        desk.Fills.Add(Trade(2, Side.Buy, 1m));

        var told = Reconciler.Reconcile(desk.Engine.State, desk.Evidence());
        var steps = told.Select(row => desk.Engine.Process(Told(row))).ToArray();

        Assert.Equal([1, 0], steps.Select(step => step.Errors.Count));
        Assert.Equal(1m, desk.Quantity);
    }
}
