using Barter.Engine.Markets;
using Barter.Model;

namespace Barter.Engine.Positions;

/// <summary>The open position of one instrument. Amounts are in the instrument's profit asset.</summary>
public sealed class Position
{
    private readonly IndexedInstrument _instrument;
    private readonly List<TradeId> _trades;
    private decimal? _mark;
    private InstrumentMarket? _market;

    /// <summary>Opens a position.</summary>
    internal Position(IndexedInstrument instrument, Fill fill, decimal quantity, decimal fee)
    {
        _instrument = instrument;
        _trades = [fill.Id];
        (Side, PriceEntryAverage, QuantityAbs, QuantityAbsMax) = (fill.Side, fill.Price, quantity, quantity);
        (PnlRealised, FeesEnter) = (-fee, fee);
        (TimeEnter, TimeUpdate) = (fill.TimeExchange, fill.TimeExchange);
    }

    private Position(Position other)
    {
        (_instrument, _trades, _mark) = (other._instrument, [.. other._trades], other._mark);
        (Side, PriceEntryAverage, QuantityAbs, QuantityAbsMax) =
            (other.Side, other.PriceEntryAverage, other.QuantityAbs, other.QuantityAbsMax);
        (PnlRealised, FeesEnter, FeesExit) = (other.PnlRealised, other.FeesEnter, other.FeesExit);
        (TimeEnter, TimeUpdate) = (other.TimeEnter, other.TimeUpdate);
    }

    public InstrumentIndex Instrument => _instrument.Index;

    /// <summary>Buy where it is long, sell where it is short.</summary>
    public Side Side { get; }

    public decimal PriceEntryAverage { get; private set; }

    public decimal QuantityAbs { get; private set; }

    public decimal QuantityAbsMax { get; private set; }

    /// <summary>Positive where it is long, negative where it is short.</summary>
    public decimal QuantitySigned => Side == Side.Buy ? QuantityAbs : -QuantityAbs;

    /// <summary>Profit of what was closed so far, after all fees paid so far.</summary>
    public decimal PnlRealised { get; private set; }

    public decimal FeesEnter { get; private set; }

    public decimal FeesExit { get; private set; }

    public Timestamp TimeEnter { get; }

    public Timestamp TimeUpdate { get; private set; }

    public IReadOnlyList<TradeId> Trades => _trades;

    /// <summary>The price that it is valued at; none until its market has moved or it has traded again.</summary>
    public decimal? Mark => _market is null ? _mark : _market.Price ?? _mark;

    /// <summary>Profit if it were closed at the mark, with exit fees estimated; zero while there is no mark.</summary>
    public decimal PnlUnrealised => Mark is { } price
        ? PositionMath.Unrealised(
            Side, PriceEntryAverage, price, QuantityAbs, QuantityAbsMax, FeesEnter,
            _instrument.ContractSize, _instrument.IsInverse)
        : 0m;

    /// <summary>Profit if it were closed at a price for nothing; what it adds to the account's worth.</summary>
    public decimal GrossAt(decimal price) => PositionMath.Gross(
        Side, PriceEntryAverage, price, QuantityAbs, _instrument.ContractSize, _instrument.IsInverse);

    public override string ToString() =>
        $"{Side} {DecimalText.Format(QuantityAbs)} @ {DecimalText.Format(PriceEntryAverage)} {_instrument.Name}";

    /// <summary>From now on the market's price is the mark. Reading it is left to whoever wants the value.</summary>
    internal void Follow(InstrumentMarket market) => _market = market;

    internal void Increase(Fill fill, decimal quantity, decimal fee)
    {
        PriceEntryAverage = PositionMath.AverageEntryPrice(
            PriceEntryAverage, QuantityAbs, fill.Price, quantity, _instrument.IsInverse);
        QuantityAbs += quantity;
        QuantityAbsMax = Math.Max(QuantityAbsMax, QuantityAbs);
        PnlRealised -= fee;
        FeesEnter += fee;
        Touch(fill);
    }

    internal void Reduce(Fill fill, decimal quantity, decimal fee)
    {
        PnlRealised += PositionMath.Realised(
            Side, PriceEntryAverage, fill.Price, quantity, fee, _instrument.ContractSize, _instrument.IsInverse);
        QuantityAbs -= quantity;
        FeesExit += fee;
        Touch(fill);
    }

    internal PositionExited Exit() => new(
        Instrument, Side, PriceEntryAverage, QuantityAbsMax, PnlRealised, FeesEnter, FeesExit,
        TimeEnter, TimeUpdate, _trades.ToValueList());

    internal Position Clone(InstrumentMarket market)
    {
        var clone = new Position(this);
        if (_market is not null)
        {
            clone.Follow(market);
        }

        return clone;
    }

    private void Touch(Fill fill)
    {
        _trades.Add(fill.Id);
        TimeUpdate = fill.TimeExchange;
        (_mark, _market) = (fill.Price, null);
    }
}
