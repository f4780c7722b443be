namespace Barter.Model;

/// <summary>Fits prices and quantities to what an exchange accepts.</summary>
public static class Rounding
{
    /// <summary>The largest whole multiple of <paramref name="step"/> that is not above the value.</summary>
    public static decimal Down(decimal value, decimal step) => Math.Floor(value / step) * step;

    /// <summary>The smallest whole multiple of <paramref name="step"/> that is not below the value.</summary>
    public static decimal Up(decimal value, decimal step) => Math.Ceiling(value / step) * step;

    /// <summary>A price on the tick grid, never better for the other side: buys are rounded down, sells up.</summary>
    public static decimal ToTick(decimal price, Side side, InstrumentSpec? spec) => spec is null
        ? Math.Round(
            price, 8, side == Side.Buy ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity)
        : side == Side.Buy ? Down(price, spec.Price.TickSize) : Up(price, spec.Price.TickSize);

    /// <summary>A quantity on the lot grid, rounded down; eight digits where the grid is not known.</summary>
    public static decimal ToLot(decimal quantity, InstrumentSpec? spec) => spec is null
        ? Math.Round(quantity, 8, MidpointRounding.ToZero)
        : Down(quantity, spec.Quantity.Increment);
}
