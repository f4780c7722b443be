namespace Barter.MarketData.Checking;

/// <summary>Remembers the last so many different texts.</summary>
internal sealed class RecentTexts(int capacity)
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    /// <summary>Remembers a text; false if it is remembered already.</summary>
    public bool Add(string text)
    {
        if (!_texts.Add(text))
        {
            return false;
        }

        _order.Enqueue(text);
        if (_order.Count > capacity)
        {
            _texts.Remove(_order.Dequeue());
        }

        return true;
    }
}
