using Barter.Engine.Markets;
using Barter.Model;

namespace Barter.Engine.Positions;

/// <summary>Nets the fills of one instrument into at most one position, and keeps the sum of what was earned.</summary>
public sealed class PositionKeeper
{
    private readonly IndexedInstrument _instrument;
    private decimal _pnlClosed;

    internal PositionKeeper(IndexedInstrument instrument) => _instrument = instrument;

    /// <summary>The open position, if any.</summary>
    public Position? Current { get; private set; }

    /// <summary>Realised profit since the start, of closed positions and of the open one; after fees.</summary>
    public decimal PnlRealised => _pnlClosed + (Current?.PnlRealised ?? 0m);

    /// <summary>Fees since the start, in the profit asset; rebates count negative.</summary>
    public decimal Fees { get; private set; }

    /// <summary>Takes a fill in. Returns the position that it closed or flipped, if it did.</summary>
    internal PositionExited? Apply(Fill fill)
    {
        var quantity = Math.Abs(fill.Quantity);
        var fee = FeeOf(fill);
        Fees += fee;
        if (Current is not { } position)
        {
            Current = new Position(_instrument, fill, quantity, fee);
            return null;
        }

        if (position.Side == fill.Side)
        {
            position.Increase(fill, quantity, fee);
            return null;
        }

        if (quantity < position.QuantityAbs)
        {
            position.Reduce(fill, quantity, fee);
            return null;
        }

        return CloseOrFlip(position, fill, quantity, fee);
    }

    internal void Follow(InstrumentMarket market) => Current?.Follow(market);

    internal PositionKeeper Clone(InstrumentMarket market) => new(_instrument)
    {
        _pnlClosed = _pnlClosed,
        Current = Current?.Clone(market),
        Fees = Fees,
    };

    /// <summary>The fee in the profit asset; one in a third asset has no price here and is left out.</summary>
    private decimal FeeOf(Fill fill)
    {
        var (asset, fee) = (fill.Fees.Asset, fill.Fees.Fees);
        if (asset is null || asset == _instrument.ProfitAsset)
        {
            return fee;
        }

        return _instrument.IsInverse
            ? asset == _instrument.Underlying.Quote && fill.Price != 0m ? fee / fill.Price : 0m
            : asset == _instrument.Underlying.Base ? fee * fill.Price : 0m;
    }

    private PositionExited CloseOrFlip(Position position, Fill fill, decimal quantity, decimal fee)
    {
        var rest = quantity - position.QuantityAbs;
        var feeExit = rest == 0m ? fee : fee * (position.QuantityAbs / quantity);
        position.Reduce(fill, position.QuantityAbs, feeExit);
        var exited = position.Exit();
        _pnlClosed += exited.PnlRealised;
        Current = rest == 0m ? null : new Position(_instrument, fill, rest, fee - feeExit);
        return exited;
    }
}
