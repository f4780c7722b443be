using System.Globalization;

namespace Barter.Model;

/// <summary>One thing that a market told about one instrument, or that the link to it was lost.</summary>
/// <remarks>
/// A value of fixed size, so that a run through millions of them allocates nothing: which of the payload properties
/// may be read is told by <see cref="Kind"/>.
/// </remarks>
public readonly record struct MarketEvent
{
    private readonly decimal _first;
    private readonly decimal _second;
    private readonly decimal _third;
    private readonly decimal _fourth;
    private readonly decimal _fifth;
    private readonly long _number;
    private readonly Timestamp _time;
    private readonly object? _detail;
    private readonly Side _side;
    private readonly bool _hasBid;
    private readonly bool _hasAsk;

    private MarketEvent(
        MarketEventKind kind, ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received)
    {
        (Kind, Exchange, Instrument, TimeExchange, TimeReceived) = (kind, exchange, instrument, exchanged, received);
    }

    private MarketEvent(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received,
        long number, string? id, decimal price, decimal amount, Side side)
        : this(MarketEventKind.Trade, exchange, instrument, exchanged, received)
    {
        (_number, _detail, _first, _second, _side) = (number, id, price, amount, side);
    }

    private MarketEvent(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received, in OrderBookL1 book)
        : this(MarketEventKind.OrderBookL1, exchange, instrument, exchanged, received)
    {
        _time = book.LastUpdateTime;
        if (book.BestBid is { } bid)
        {
            (_hasBid, _first, _second) = (true, bid.Price, bid.Amount);
        }

        if (book.BestAsk is { } ask)
        {
            (_hasAsk, _third, _fourth) = (true, ask.Price, ask.Amount);
        }
    }

    private MarketEvent(
        MarketEventKind kind, ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received,
        OrderBookLevels levels)
        : this(kind, exchange, instrument, exchanged, received)
    {
        _detail = levels;
    }

    private MarketEvent(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received, in Candle candle)
        : this(MarketEventKind.Candle, exchange, instrument, exchanged, received)
    {
        (_time, _number) = (candle.CloseTime, checked((long)candle.TradeCount));
        (_first, _second, _third, _fourth, _fifth) =
            (candle.Open, candle.High, candle.Low, candle.Close, candle.Volume);
    }

    private MarketEvent(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp exchanged, Timestamp received,
        in Liquidation liquidation)
        : this(MarketEventKind.Liquidation, exchange, instrument, exchanged, received)
    {
        (_time, _first, _second, _side) =
            (liquidation.Time, liquidation.Price, liquidation.Quantity, liquidation.Side);
    }

    public MarketEventKind Kind { get; }

    public ExchangeId Exchange { get; }

    /// <summary>The instrument; meaningless where the kind is <see cref="MarketEventKind.Reconnecting"/>.</summary>
    public InstrumentIndex Instrument { get; }

    /// <summary>When it happened, by the exchange's clock.</summary>
    public Timestamp TimeExchange { get; }

    /// <summary>When we heard of it.</summary>
    public Timestamp TimeReceived { get; }

    public bool IsReconnecting => Kind == MarketEventKind.Reconnecting;

    /// <summary>The trade of a <see cref="MarketEventKind.Trade"/>.</summary>
    public PublicTrade Trade => Kind == MarketEventKind.Trade
        ? new PublicTrade((string?)_detail ?? string.Create(null, $"{_number}"), _first, _second, _side)
        : throw Not(MarketEventKind.Trade);

    /// <summary>The top of the book of a <see cref="MarketEventKind.OrderBookL1"/>.</summary>
    public OrderBookL1 L1 => Kind == MarketEventKind.OrderBookL1
        ? new OrderBookL1(
            _time, _hasBid ? new Level(_first, _second) : null, _hasAsk ? new Level(_third, _fourth) : null)
        : throw Not(MarketEventKind.OrderBookL1);

    /// <summary>The levels of a book snapshot or update.</summary>
    public OrderBookLevels Levels => Kind is MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate
        ? (OrderBookLevels)_detail!
        : throw Not(MarketEventKind.OrderBookSnapshot);

    /// <summary>The candle of a <see cref="MarketEventKind.Candle"/>.</summary>
    public Candle Candle => Kind == MarketEventKind.Candle
        ? new Candle(_time, _first, _second, _third, _fourth, _fifth, (ulong)_number)
        : throw Not(MarketEventKind.Candle);

    /// <summary>The liquidation of a <see cref="MarketEventKind.Liquidation"/>.</summary>
    public Liquidation Liquidation => Kind == MarketEventKind.Liquidation
        ? new Liquidation(_side, _first, _second, _time)
        : throw Not(MarketEventKind.Liquidation);

    /// <summary>Trade or liquidation: its price, without the cost of its id.</summary>
    public decimal TradePrice => _first;

    /// <summary>Trade or liquidation: its amount, without the cost of its id.</summary>
    public decimal TradeAmount => _second;

    /// <summary>Trade or liquidation: its side, without the cost of its id.</summary>
    public Side TradeSide => _side;

    /// <summary>Trade only: its id, where that is a plain number; see <see cref="TradeIdText"/>.</summary>
    public long TradeNumber => _number;

    /// <summary>Trade only: its id, where that is not a plain number; else none.</summary>
    public string? TradeIdText => _detail as string;

    /// <summary>L1 only: whether there is a best bid.</summary>
    public bool HasBid => _hasBid;

    /// <summary>L1 only: whether there is a best ask.</summary>
    public bool HasAsk => _hasAsk;

    /// <summary>L1 only: price of the best bid, or zero.</summary>
    public decimal BidPrice => _first;

    /// <summary>L1 only: amount of the best bid, or zero.</summary>
    public decimal BidAmount => _second;

    /// <summary>L1 only: price of the best ask, or zero.</summary>
    public decimal AskPrice => _third;

    /// <summary>L1 only: amount of the best ask, or zero.</summary>
    public decimal AskAmount => _fourth;

    /// <summary>L1 only: when the book was last updated.</summary>
    public Timestamp BookTime => _time;

    /// <summary>The link to an exchange's market data was lost.</summary>
    public static MarketEvent Reconnecting(ExchangeId exchange) =>
        new(MarketEventKind.Reconnecting, exchange, default, default, default);

    public static MarketEvent OfTrade(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        in PublicTrade trade) => IsPlainNumber(trade.Id, out var number)
        ? new(exchange, instrument, timeExchange, timeReceived, number, null, trade.Price, trade.Amount, trade.Side)
        : new(exchange, instrument, timeExchange, timeReceived, 0, trade.Id, trade.Price, trade.Amount, trade.Side);

    /// <summary>A trade whose id is a number, which costs no text until somebody reads it.</summary>
    public static MarketEvent OfTrade(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        long id, decimal price, decimal amount, Side side) =>
        new(exchange, instrument, timeExchange, timeReceived, id, null, price, amount, side);

    public static MarketEvent OfL1(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        in OrderBookL1 book) =>
        new(exchange, instrument, timeExchange, timeReceived, book);

    public static MarketEvent OfBookSnapshot(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        OrderBookLevels levels) =>
        new(MarketEventKind.OrderBookSnapshot, exchange, instrument, timeExchange, timeReceived, levels);

    public static MarketEvent OfBookUpdate(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        OrderBookLevels levels) =>
        new(MarketEventKind.OrderBookUpdate, exchange, instrument, timeExchange, timeReceived, levels);

    public static MarketEvent OfCandle(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        in Candle candle) =>
        new(exchange, instrument, timeExchange, timeReceived, candle);

    public static MarketEvent OfLiquidation(
        ExchangeId exchange, InstrumentIndex instrument, Timestamp timeExchange, Timestamp timeReceived,
        in Liquidation liquidation) =>
        new(exchange, instrument, timeExchange, timeReceived, liquidation);

    public override string ToString() => Kind switch
    {
        MarketEventKind.Reconnecting => $"{Exchange} reconnecting",
        MarketEventKind.Trade => $"{TimeExchange} {Instrument} {Trade}",
        MarketEventKind.OrderBookL1 => $"{TimeExchange} {Instrument} {L1}",
        MarketEventKind.Candle => $"{TimeExchange} {Instrument} {Candle}",
        MarketEventKind.Liquidation => $"{TimeExchange} {Instrument} {Liquidation}",
        _ => $"{TimeExchange} {Instrument} {Kind} {_detail}",
    };

    // Kept as a number wherever that prints the same text, so that trades are equal however they were made
    private static bool IsPlainNumber(string id, out long number) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && (id is "0" || id[id[0] == '-' ? 1 : 0] is >= '1' and <= '9');

    private InvalidOperationException Not(MarketEventKind asked) => new($"the event is a {Kind}, not a {asked}");
}
