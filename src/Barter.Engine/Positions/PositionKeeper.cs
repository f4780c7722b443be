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

    /// <summary>Fees since the start; rebates count negative.</summary>
    public decimal Fees { get; private set; }

    /// <summary>Takes a fill in. Returns the position that it closed or flipped, if it did.</summary>
    internal PositionExited? Apply(Fill fill)
    {
        var quantity = Math.Abs(fill.Quantity);
        var fee = fill.Fees.Fees;
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

    private PositionExited CloseOrFlip(Position position, Fill fill, decimal quantity, decimal fee)
    {
        var rest = quantity - position.QuantityAbs;
        var feeRest = rest == 0m ? 0m : fee * (rest / quantity);
        var feeExit = rest == 0m ? fee : fee * (position.QuantityAbs / quantity);
        position.Reduce(fill, position.QuantityAbs, feeExit);
        var exited = position.Exit();
        _pnlClosed += exited.PnlRealised;
        Current = rest == 0m ? null : new Position(_instrument, fill, rest, feeRest);
        return exited;
    }
}
