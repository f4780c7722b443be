using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The events of one block of a series; is used again for the next. See <see cref="SeriesEncoder"/>.</summary>
internal abstract class SeriesDecoder(ExchangeId exchange, InstrumentIndex instrument)
{
    private readonly IntegerColumn _ordinals = new();
    private readonly IntegerColumn _places = new();

    /// <summary>Nanoseconds; the place where there is no time.</summary>
    public virtual ReadOnlySpan<long> Times => Places;

    public ReadOnlySpan<long> Ordinals => _ordinals.Values;

    public ReadOnlySpan<long> Places => _places.Values;

    public int Count { get; private set; }

    protected ExchangeId Exchange => exchange;

    protected InstrumentIndex Instrument => instrument;

    public static SeriesDecoder For(MarketEventKind kind, ExchangeId exchange, InstrumentIndex index) => kind switch
    {
        MarketEventKind.Reconnecting => new ReconnectDecoder(exchange),
        MarketEventKind.Trade => new TradeDecoder(exchange, index),
        MarketEventKind.OrderBookL1 => new L1Decoder(exchange, index),
        MarketEventKind.Candle => new CandleDecoder(exchange, index),
        MarketEventKind.Liquidation => new LiquidationDecoder(exchange, index),
        _ => new BookDecoder(kind, exchange, index),
    };

    /// <summary>Reads a block behind its header.</summary>
    /// <exception cref="MarketDataException">It holds what no writer writes.</exception>
    public void Read(BlockReader reader, in BlockEntry block)
    {
        Count = block.Count;
        _ordinals.Read(ref reader, Count);
        _places.Read(ref reader, Count);
        if (_ordinals[0] != block.FirstOrdinal || _places[0] != block.FirstPlace.UnixNanos
            || _places[Count - 1] != block.LastPlace.UnixNanos)
        {
            throw reader.Bad("a block does not hold what the index says");
        }

        ReadColumns(ref reader);
        reader.End();
    }

    /// <summary>Makes as many events as there is room for.</summary>
    /// <param name="events">The room.</param>
    /// <param name="from">The first of them in the block.</param>
    public abstract void Fill(Span<MarketEvent> events, int from);

    protected abstract void ReadColumns(ref BlockReader reader);

    private sealed class ReconnectDecoder(ExchangeId exchange) : SeriesDecoder(exchange, default)
    {
        public override void Fill(Span<MarketEvent> events, int from) =>
            events.Fill(MarketEvent.Reconnecting(Exchange));

        protected override void ReadColumns(ref BlockReader reader)
        {
        }
    }
}
