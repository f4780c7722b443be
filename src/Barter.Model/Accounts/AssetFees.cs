namespace Barter.Model;

/// <summary>Fees in an asset; none named means the asset in which the instrument's profit is counted.</summary>
/// <param name="Asset">The asset, or none.</param>
/// <param name="Fees">Positive is paid, negative is received.</param>
public readonly record struct AssetFees(AssetIndex? Asset, decimal Fees)
{
    public static AssetFees Quote(decimal fees) => new(null, fees);
}
