using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Prices, and the amounts there.</summary>
internal sealed class LevelColumns
{
    private readonly DecimalColumn _prices = new();
    private readonly DecimalColumn _amounts = new();

    public Level this[int index] => new(_prices[index], _amounts[index]);

    public void Read(ref BlockReader reader, int count)
    {
        _prices.Read(ref reader, count);
        _amounts.Read(ref reader, count);
    }

    public bool IsLevel(int index) => _prices[index] > 0m && _amounts[index] >= 0m;
}
