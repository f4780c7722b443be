namespace Barter.Model;

/// <summary>How much may be at stake; a limit that is not set does not limit.</summary>
public sealed record RiskLimits
{
    /// <param name="maxPositionNotional">Price times size of a position, in the quote asset; above 0.</param>
    /// <param name="maxPositionQuantity">Size of a position, in the instrument's unit; above 0.</param>
    /// <param name="maxLeverage">Notional of all positions per unit of equity; above 0.</param>
    /// <param name="maxExposureFraction">Notional of a position as a share of equity; above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range; the message names it.</exception>
    public RiskLimits(
        decimal? maxPositionNotional = null,
        decimal? maxPositionQuantity = null,
        decimal? maxLeverage = null,
        decimal? maxExposureFraction = null)
    {
        MaxPositionNotional = RequirePositive(
            maxPositionNotional, "max_position_notional", nameof(maxPositionNotional));
        MaxPositionQuantity = RequirePositive(
            maxPositionQuantity, "max_position_quantity", nameof(maxPositionQuantity));
        MaxLeverage = RequirePositive(maxLeverage, "max_leverage", nameof(maxLeverage));
        MaxExposureFraction = maxExposureFraction is <= 0m or > 1m
            ? throw new ArgumentOutOfRangeException(
                nameof(maxExposureFraction),
                $"risk limit `max_exposure_percent` must be in (0, 1], received {Text(maxExposureFraction)}")
            : maxExposureFraction;
    }

    public decimal? MaxPositionNotional { get; }

    public decimal? MaxPositionQuantity { get; }

    public decimal? MaxLeverage { get; }

    /// <summary>A fraction, though its key in files is <c>max_exposure_percent</c>: 0.25 is a quarter.</summary>
    public decimal? MaxExposureFraction { get; }

    private static decimal? RequirePositive(decimal? value, string key, string parameter) => value is <= 0m
        ? throw new ArgumentOutOfRangeException(
            parameter, $"risk limit `{key}` must be positive, received {Text(value)}")
        : value;

    private static string Text(decimal? value) => DecimalText.Format(value.GetValueOrDefault());
}
