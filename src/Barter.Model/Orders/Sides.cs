namespace Barter.Model;

/// <summary>What can be said of a <see cref="Side"/>.</summary>
public static class Sides
{
    public static Side Opposite(this Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    /// <summary>Reads buy, b, sell or s in any case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Side side)
    {
        side = Side.Buy;
        if (text.Equals("buy", StringComparison.OrdinalIgnoreCase)
            || text.Equals("b", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        side = Side.Sell;
        return text.Equals("sell", StringComparison.OrdinalIgnoreCase)
            || text.Equals("s", StringComparison.OrdinalIgnoreCase);
    }
}
