namespace Barter.Backtest.Reporting;

/// <summary>One figure of two runs.</summary>
/// <param name="Path">Where it stands in the documents, such as <c>instruments.binance_spot-btc_usdt.pnl</c>.</param>
/// <param name="First">Of the first run; none where it has none.</param>
/// <param name="Second">Of the second run.</param>
public sealed record ComparedFigure(string Path, decimal? First, decimal? Second)
{
    /// <summary>The second less the first; none where one is missing or the difference is too large.</summary>
    public decimal? Difference
    {
        get
        {
            try
            {
                return Second - First;
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }
}
