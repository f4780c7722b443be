using Barter.Benchmarks.Measuring;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>The engine by itself: a position is opened, and from then on there are market events only.</summary>
internal sealed class EngineLoop
{
    private static readonly InstrumentIndex Instrument = new(0);

    private readonly InMemoryMarketData _day;

    public EngineLoop(InMemoryMarketData day) => (_day, Reference) = (day, Refer(day));

    /// <summary>What every run must come to.</summary>
    public LoopOutcome Reference { get; }

    /// <summary>Runs that are compared with the reference run.</summary>
    public Work Work(bool isDigested)
    {
        var expected = isDigested ? Reference : Reference with { Digest = null };
        return Measuring.Work.Of(_day.Count, () => Mismatch.Refuse(expected, Run(isDigested)));
    }

    /// <summary>Each event wrapped into an object; the position is valued by the bare loop.</summary>
    private static LoopOutcome Refer(InMemoryMarketData day)
    {
        var (engine, watcher) = Open(day);
        var (digest, bare) = (new AuditDigest(), new BareLoop());
        foreach (var market in day.Events.ToArray())
        {
            var cause = new EngineEvent.Market(market);
            digest.Add(cause, engine.Process(cause));
            bare.See(market);
        }

        return OutcomeOf(engine, watcher, digest) with { Pnl = bare.Pnl, Decisions = day.Count };
    }

    private LoopOutcome Run(bool isDigested)
    {
        var (engine, watcher) = Open(_day);
        if (!isDigested)
        {
            foreach (ref readonly var market in _day.Events.Span)
            {
                engine.Process(market);
            }

            return OutcomeOf(engine, watcher, null);
        }

        var digest = new AuditDigest();
        foreach (ref readonly var market in _day.Events.Span)
        {
            digest.Add(market, engine.Process(market));
        }

        return OutcomeOf(engine, watcher, digest);
    }

    private static LoopOutcome OutcomeOf(TradingEngine engine, Watcher watcher, AuditDigest? digest) => new(
        digest?.ToHex(), engine.State[Instrument].Position!.QuantitySigned, watcher.Pnl, watcher.Decisions,
        StateDigest.Of(engine.State));

    private static (TradingEngine Engine, Watcher Watcher) Open(InMemoryMarketData day)
    {
        var watcher = new Watcher();
        var catalog = LoopDay.Catalog;
        var start = day.Events.Span[0].TimeExchange;
        var engine = new TradingEngine(new EngineSettings
        {
            Catalog = catalog,
            Executions = [catalog[new ExchangeIndex(0)]],
            Strategy = watcher,
            Start = start,
            Trading = TradingState.Enabled,
        });
        var bought = new Fill(
            new TradeId("1"), new OrderId("1"), Instrument, watcher.Id, start, Side.Buy,
            BareLoop.Entry, BareLoop.Quantity, AssetFees.Quote(0m));
        engine.Process(new EngineEvent.Account(new AccountEvent.Filled(new ExchangeIndex(0), bought)));
        return (engine, watcher);
    }
}
