using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>Double-entry books: what leaves one account of an asset arrives in another account of it.</summary>
/// <remarks>Balances are read from here and kept nowhere else.</remarks>
public sealed class Ledger
{
    private const int AccountCount = 6;

    private readonly PerAsset<decimal[]> _totals;

    internal Ledger(int assetCount) => _totals = new PerAsset<decimal[]>(assetCount, _ => new decimal[AccountCount]);

    /// <summary>What an account holds of an asset, in units of the asset.</summary>
    public decimal this[AssetIndex asset, LedgerAccount account] => _totals[asset][(int)account];

    /// <summary>What is ours of an asset, and how much of it nothing holds.</summary>
    public Balance BalanceOf(AssetIndex asset)
    {
        var free = this[asset, LedgerAccount.Free];
        return new Balance(free + this[asset, LedgerAccount.Reserved] + this[asset, LedgerAccount.Locked], free);
    }

    /// <summary>All accounts of an asset together; zero, or there is a defect.</summary>
    public decimal SumOf(AssetIndex asset)
    {
        var sum = 0m;
        foreach (var total in _totals[asset])
        {
            sum += total;
        }

        return sum;
    }

    /// <summary>Whether the accounts of every asset sum to zero.</summary>
    public bool IsBalanced()
    {
        for (var i = 0; i < _totals.Count; i++)
        {
            if (SumOf(new AssetIndex(i)) != 0m)
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="InvalidOperationException">It would leave less than nothing in an account of ours.</exception>
    internal void Post(AssetIndex asset, LedgerAccount from, LedgerAccount to, decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var totals = _totals[asset];
        if (from is LedgerAccount.Free or LedgerAccount.Reserved && totals[(int)from] < amount)
        {
            throw new InvalidOperationException(
                $"posting {DecimalText.Format(amount)} of {asset} from {from} to {to} needs more than the "
                + $"{DecimalText.Format(totals[(int)from])} there");
        }

        totals[(int)from] -= amount;
        totals[(int)to] += amount;
    }
}
