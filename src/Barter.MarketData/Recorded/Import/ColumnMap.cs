using System.Globalization;

namespace Barter.MarketData.Recorded.Import;

/// <summary>In which column each field stands.</summary>
internal sealed class ColumnMap
{
    private readonly int[] _columns = [.. Enumerable.Repeat(-1, Fields.Count)];
    private readonly string[] _titles = new string[Fields.Count];

    /// <summary>The column of a field; -1 where there is none.</summary>
    public int this[Field field] => _columns[(int)field];

    public bool Has(Field field) => this[field] >= 0;

    /// <summary>What messages call a field: the title of its column.</summary>
    public string TitleOf(Field field) => _titles[(int)field];

    /// <summary>Fields by their place.</summary>
    /// <param name="places">Such as <c>id,price,amount,,time</c>.</param>
    /// <param name="titles">What the file calls them; empty where it has no header.</param>
    public static ColumnMap OfPlaces(string places, IReadOnlyList<string> titles)
    {
        var map = new ColumnMap();
        var column = 0;
        foreach (var name in places.Split(','))
        {
            if (name.Length > 0)
            {
                map.Set(
                    Fields.TryParse(name, out var field) ? field : throw NoField(name),
                    column,
                    column < titles.Count ? titles[column] : name);
            }

            column++;
        }

        return map;
    }

    /// <summary>Fields by the titles of a header; of two columns that tell the same the first counts.</summary>
    public static ColumnMap OfTitles(IReadOnlyList<string> titles)
    {
        var map = new ColumnMap();
        for (var column = 0; column < titles.Count; column++)
        {
            if (Fields.TryParse(titles[column], out var field) && !map.Has(field))
            {
                map.Set(field, column, titles[column]);
            }
        }

        // Trades call volume what bars do not
        if (!map.Has(Field.Amount) && !map.Has(Field.Open) && map.Has(Field.Volume))
        {
            map.Set(Field.Amount, map[Field.Volume], map.TitleOf(Field.Volume));
        }

        return map;
    }

    /// <summary>Fields as an option names them: <c>time=ts,price=3</c>, by title or by number from 1.</summary>
    /// <param name="option">The option.</param>
    /// <param name="titles">The header; empty where the file has none.</param>
    /// <exception cref="FormatException">A field is not known, or its column is not there.</exception>
    public static ColumnMap OfOption(string option, IReadOnlyList<string> titles)
    {
        var map = new ColumnMap();
        foreach (var pair in option.Split(',', StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } title])
            {
                throw new FormatException($"'{pair}' is not of the form field=column");
            }

            var field = Fields.TryParse(name, out var known) ? known : throw NoField(name);
            map.Set(field, ColumnOf(title, titles), title);
        }

        return map;
    }

    private static int ColumnOf(string title, IReadOnlyList<string> titles)
    {
        for (var column = 0; column < titles.Count; column++)
        {
            if (titles[column].Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return int.TryParse(title, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= CsvReader.MostFields
            ? number - 1
            : throw new FormatException(
                $"there is no column '{title}'; "
                + (titles.Count == 0
                    ? "the file has no header, so give the number of the column, from 1"
                    : $"the header has {string.Join(", ", titles)}"));
    }

    private static FormatException NoField(string name) => new(
        $"'{name}' is no field; there are time, received, close_time, symbol, id, price, amount, side, buyer_is_maker, "
        + "bid, bid_amount, ask, ask_amount, open, high, low, close, volume and trade_count");

    private void Set(Field field, int column, string title) =>
        (_columns[(int)field], _titles[(int)field]) = (column, title);
}
