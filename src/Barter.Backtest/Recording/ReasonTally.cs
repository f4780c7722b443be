using System.Text;
using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>Counts reasons by their words, so that one with other numbers is the same; bounded.</summary>
internal sealed class ReasonTally
{
    private const int ReasonsMax = 40;
    private const string Rest = "other reasons";

    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public ValueList<KeyValuePair<string, long>> Counts => _counts.ToValueList();

    public void Add(string reason)
    {
        var words = Words(reason);
        var key = _counts.ContainsKey(words) || _counts.Count < ReasonsMax ? words : Rest;
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>From <c>quantity must be at least 5: 3.2</c> to <c>quantity must be at least N</c>.</summary>
    internal static string Words(string reason)
    {
        var text = new StringBuilder();
        foreach (var word in reason.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim(':', ',', ';', '%');
            text.Append(text.Length == 0 ? "" : " ")
                .Append(DecimalText.TryParse(bare, out _) ? word.Replace(bare, "N", StringComparison.Ordinal) : word);
        }

        var words = text.ToString();
        return words.EndsWith(": N", StringComparison.Ordinal) ? words[..^3] : words;
    }
}
