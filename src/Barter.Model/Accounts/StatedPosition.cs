namespace Barter.Model;

/// <summary>A position as an exchange states it.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Quantity">Positive where it is long, negative where it is short.</param>
/// <param name="PriceAverage">Average entry price; positive, unless nothing is held.</param>
/// <exception cref="ArgumentOutOfRangeException">Something is held, and at no price.</exception>
public sealed record StatedPosition(InstrumentIndex Instrument, decimal Quantity, decimal PriceAverage)
{
    public decimal PriceAverage { get; } = Quantity == 0m || PriceAverage > 0m
        ? PriceAverage
        : throw new ArgumentOutOfRangeException(
            nameof(PriceAverage), PriceAverage, $"the average price of the position in {Instrument} must be positive");
}
