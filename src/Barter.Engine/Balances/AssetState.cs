using Barter.Model;

namespace Barter.Engine.Balances;

/// <summary>The last balance that an exchange told of one asset.</summary>
public sealed class AssetState
{
    internal AssetState(AssetIndex asset) => Asset = asset;

    public AssetIndex Asset { get; }

    /// <summary>The balance and its time; none until the exchange has told one.</summary>
    public AssetBalance? Latest { get; private set; }

    public decimal Total => Latest?.Balance.Total ?? 0m;

    public decimal Free => Latest?.Balance.Free ?? 0m;

    /// <summary>Takes a balance in, unless a later one is known. Of two at the same time the second wins.</summary>
    internal bool Apply(AssetBalance balance)
    {
        if (Latest is { } known && balance.TimeExchange < known.TimeExchange)
        {
            return false;
        }

        Latest = balance;
        return true;
    }

    internal AssetState Clone() => (AssetState)MemberwiseClone();
}
