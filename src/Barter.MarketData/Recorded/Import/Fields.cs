using System.Collections.Frozen;

namespace Barter.MarketData.Recorded.Import;

/// <summary>What files call a <see cref="Field"/>, letters and digits only.</summary>
internal static class Fields
{
    private static readonly FrozenDictionary<string, Field> ByName = Enum.GetValues<Field>()
        .SelectMany(field => Synonyms(field).Append(field.ToString().ToLowerInvariant())
            .Select(name => KeyValuePair.Create(name, field)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static int Count { get; } = Enum.GetValues<Field>().Length;

    /// <summary>Reads a name; case, blanks and signs such as underscores do not matter.</summary>
    public static bool TryParse(string text, out Field field) => ByName.TryGetValue(Plain(text), out field);

    /// <summary>Letters and digits alone, in lower case: <c>Open time</c> is <c>opentime</c>.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Whether two names are one to <see cref="Plain"/>.</summary>
    public static bool IsSame(string left, string right) =>
        string.Equals(Plain(left), Plain(right), StringComparison.Ordinal);

    private static string[] Synonyms(Field field) => field switch
    {
        Field.Time =>
            ["timestamp", "date", "datetime", "ts", "opentime", "unix", "unixtime", "timeexchange", "transacttime"],
        Field.Received => ["localtimestamp", "timereceived", "tsrecv", "receivetime"],
        Field.CloseTime => ["timeclose"],
        Field.Symbol => ["instrument", "ticker", "pair"],
        Field.Id => ["tradeid", "tid"],
        Field.Price => ["px", "last", "rate"],
        Field.Amount => ["qty", "quantity", "size", "vol"],
        Field.Side => ["takerside", "aggressor"],
        Field.BuyerIsMaker => ["isbuyermaker"],
        Field.Bid => ["bidprice", "bestbid", "bestbidprice", "bidpx"],
        Field.BidAmount => ["bidsize", "bidqty", "bidvolume", "bestbidqty", "bestbidamount", "bidsz", "bidquantity"],
        Field.Ask => ["askprice", "bestask", "bestaskprice", "askpx", "offer"],
        Field.AskAmount => ["asksize", "askqty", "askvolume", "bestaskqty", "bestaskamount", "asksz", "askquantity"],
        Field.Open => ["o", "openprice"],
        Field.High => ["h", "highprice"],
        Field.Low => ["l", "lowprice"],
        Field.Close => ["c", "closeprice"],
        Field.Volume => ["v"],
        Field.TradeCount => ["trades", "count", "numberoftrades"],
        _ => [],
    };
}
