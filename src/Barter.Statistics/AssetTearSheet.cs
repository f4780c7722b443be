using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>
/// What became of the balance of one asset. Every change of the total counts, deposits and trades alike.
/// </summary>
/// <param name="BalanceEnd">The last balance known.</param>
/// <param name="Drawdown">The fall of the total that has not ended; none if there is none.</param>
/// <param name="DrawdownMean">Over all falls, the unfinished one included.</param>
/// <param name="DrawdownMax">The deepest fall, the unfinished one included.</param>
public sealed record AssetTearSheet(
    Balance? BalanceEnd, Drawdown? Drawdown, MeanDrawdown? DrawdownMean, Drawdown? DrawdownMax);
