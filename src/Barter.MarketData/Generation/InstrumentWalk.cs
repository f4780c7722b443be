using Barter.Model;

namespace Barter.MarketData.Generation;

/// <summary>The made-up events of one instrument, one after the other.</summary>
internal sealed class InstrumentWalk
{
    private const long NanosPerMicro = 1_000;
    private const int TradesInHundred = 40;
    private const int WidestSpreadTicks = 3;
    private const int LargestQuoteLots = 500;

    private readonly IndexedInstrument _instrument;
    private readonly SeededDraws _draws;
    private readonly PriceWalk _prices;
    private readonly decimal _tick;
    private readonly decimal _lot;
    private readonly long _meanGapNanos;
    private decimal _bidTicks;
    private decimal _askTicks;
    private long _bidLots;
    private long _askLots;
    private long _tradeId;
    private bool _isQuoted;

    public InstrumentWalk(
        IndexedInstrument instrument, GeneratedInstrument how, MarketGeneratorOptions options, long start)
    {
        _instrument = instrument;
        _draws = SeededDraws.For(options.Seed, instrument.Name);
        _tick = how.TickSize ?? instrument.Definition.Spec?.Price.TickSize ?? Grid.TickFor(how.InitialPrice);
        _lot = instrument.Definition.Spec?.Quantity.Increment ?? Grid.LotFor(how.InitialPrice);
        _meanGapNanos = (long)(Timestamp.NanosPerSecond / options.EventsPerSecond);
        _prices = new PriceWalk(_draws, how.InitialPrice, _tick, options.DailyVolatility, _meanGapNanos);
        NextTime = Gap(start);
    }

    public ExchangeId Exchange => _instrument.ExchangeId;

    /// <summary>When the next event happens, in nanoseconds since 1970.</summary>
    public long NextTime { get; private set; }

    /// <summary>After an outage nothing is known until there is a quote again.</summary>
    public void Lose(Outage outage)
    {
        _isQuoted = false;
        if (NextTime < outage.SilentUntil)
        {
            NextTime = Gap(outage.SilentUntil);
        }
    }

    public MarketEvent Step()
    {
        var exchanged = new Timestamp(NextTime);
        var received = exchanged.AddNanos(_draws.Between(1_000, 5_000) * NanosPerMicro);
        NextTime = Gap(NextTime);
        _prices.Step();
        var side = _draws.Below(2) == 0 ? Side.Buy : Side.Sell;
        var isTrade = _draws.Below(100) < TradesInHundred;
        return isTrade && _isQuoted && (side == Side.Buy ? _askLots : _bidLots) > 0
            ? Trade(side, exchanged, received)
            : Quote(exchanged, received);
    }

    private MarketEvent Trade(Side side, Timestamp exchanged, Timestamp received)
    {
        ref var shown = ref side == Side.Buy ? ref _askLots : ref _bidLots;
        var lots = _draws.Between(1, shown);
        shown -= lots;
        var price = (side == Side.Buy ? _askTicks : _bidTicks) * _tick;
        return MarketEvent.OfTrade(
            Exchange, _instrument.Index, exchanged, received, ++_tradeId, price, lots * _lot, side);
    }

    private MarketEvent Quote(Timestamp exchanged, Timestamp received)
    {
        _bidTicks = _prices.BidTicks;
        _askTicks = _bidTicks + _draws.Between(1, WidestSpreadTicks);
        _bidLots = _draws.Between(1, LargestQuoteLots);
        _askLots = _draws.Between(1, LargestQuoteLots);
        _isQuoted = true;
        return MarketEvent.OfL1(Exchange, _instrument.Index, exchanged, received, new OrderBookL1(
            exchanged, new Level(_bidTicks * _tick, _bidLots * _lot), new Level(_askTicks * _tick, _askLots * _lot)));
    }

    // Uniform up to twice the mean, rounded up to a microsecond
    private long Gap(long from)
    {
        var next = from + _draws.Below(2 * _meanGapNanos);
        var rest = ((next % NanosPerMicro) + NanosPerMicro) % NanosPerMicro;
        return rest == 0 ? next : next - rest + NanosPerMicro;
    }
}
