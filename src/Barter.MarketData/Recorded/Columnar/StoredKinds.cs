using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Kinds of events as words.</summary>
internal static class StoredKinds
{
    private static readonly string[] Words =
    [
        "reconnecting", "trade", "order_book_l1", "order_book_snapshot", "order_book_update", "candle", "liquidation",
    ];

    public static string ToWord(MarketEventKind kind) => Words[(int)kind];

    /// <exception cref="FormatException">It is no such word.</exception>
    public static MarketEventKind Parse(string word) => Array.IndexOf(Words, word) is >= 0 and var kind
        ? (MarketEventKind)kind
        : throw new FormatException($"'{word}' is none of {string.Join(", ", Words)}");
}
