using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>Keeps what the tear sheet of one asset needs.</summary>
internal sealed class AssetStatistics
{
    private readonly MeanDrawdownGenerator _mean = new();
    private readonly MaxDrawdownGenerator _max = new();
    private AssetBalance? _balance;

    public DrawdownGenerator Drawdown { get; } = new();

    public long DrawdownCount => _mean.Count;

    /// <summary>Takes a balance unless it is older than the one known, and gives whether it did.</summary>
    public bool Update(AssetBalance balance)
    {
        if (_balance is { } known && balance.TimeExchange < known.TimeExchange)
        {
            return false;
        }

        _balance = balance;
        if (Drawdown.Update(balance.Balance.Total, balance.TimeExchange) is { } ended)
        {
            _mean.Update(ended);
            _max.Update(ended);
        }

        return true;
    }

    public AssetTearSheet Generate()
    {
        var open = Drawdown.Generate();
        return new AssetTearSheet(_balance?.Balance, open, _mean.Generate(open), _max.Generate(open));
    }
}
