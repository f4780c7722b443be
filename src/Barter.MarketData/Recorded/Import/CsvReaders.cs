using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Tells the format of a CSV file by its header, its first row and its name, unless an option does.</summary>
internal static class CsvReaders
{
    private const string Advice = "name its format (--source), or say which column is what (--map time=1,price=2,...)";

    public static IEventReader Choose(
        SourceText source, Func<IndexedInstrument> instrumentOf, RecordedMarketDataOptions options)
    {
        var rows = new CsvReader(source, new LineSplitter(source));
        rows.TryNext();
        ChooseSeparator(rows);
        var titles = TitlesOf(rows);
        var name = FileName.Read(source.FileName, source.Name);
        var format = FormatOf(source, rows, titles, name, options);
        var columns = ColumnsOf(source, format, titles, options);
        RequireColumns(source, rows, columns);
        var kind = format?.Kind ?? KindOf(source, columns);
        var midnight = format is { IsSinceMidnight: true } ? MidnightOf(source, rows, columns, name) : null;
        var instrument = instrumentOf();
        var symbols = new SymbolCheck(source, instrument, options.Symbol);
        symbols.CheckName(name.Symbol);
        var context = new RowContext(
            source, rows, columns, instrument,
            new TimeReader(options.TimeUnit ?? format?.Unit, midnight),
            symbols, BarLengthOf(source, kind, format, name, options))
        {
            BeginsWithRow = titles.Count == 0,
        };
        return kind switch
        {
            RowKind.Trades => new TradeRows(context, areLiquidations: false),
            RowKind.Liquidations => new TradeRows(context, areLiquidations: true),
            RowKind.Quotes => new QuoteRows(context),
            RowKind.Bars => new BarRows(context),
            RowKind.BookSnapshots => SnapshotRows.Create(context, titles),
            _ => new BookUpdateRows(context),
        };
    }

    private static void ChooseSeparator(CsvReader rows)
    {
        foreach (var separator in ",;\t"u8)
        {
            rows.Separator = separator;
            rows.CutAgain();
            if (rows.Count > 1)
            {
                return;
            }
        }
    }

    // A header has words, and no number
    private static List<string> TitlesOf(CsvReader rows)
    {
        var titles = new List<string>();
        for (var column = 0; column < rows.Count; column++)
        {
            if (DecimalBytes.TryParse(rows[column], out _))
            {
                return [];
            }

            titles.Add(Encoding.UTF8.GetString(rows[column]));
        }

        return titles.Exists(title => title.Any(char.IsAsciiLetter)) ? titles : [];
    }

    private static CsvSource? FormatOf(
        SourceText source, CsvReader rows, List<string> titles, FileName name, RecordedMarketDataOptions options)
    {
        if (options.Source is { } given)
        {
            var format = CsvSources.Find(given)!;
            return titles.Count == 0 || IsHeaderOf(format, titles)
                ? format
                : throw source.Bad(
                    $"the header is not that of {given}, which is '{format.Header}'; name another format, or leave it "
                    + "out to see what the file is taken for");
        }

        if (options.Columns is not null)
        {
            return null;
        }

        var found = titles.Count > 0
            ? CsvSources.All.FirstOrDefault(format => format.Header.Length > 0 && IsHeaderOf(format, titles))
            : FormatOfRow(rows, name.Format);
        return found == CsvSources.TardisTrades
            && source.Name.Contains("liquidations", StringComparison.OrdinalIgnoreCase)
            ? CsvSources.TardisLiquidations
            : found;
    }

    private static bool IsHeaderOf(CsvSource format, List<string> titles)
    {
        var known = format.Header.Split(',');
        return known.Length <= titles.Count
            && known.Zip(titles).All(pair => Fields.IsSame(pair.First, pair.Second));
    }

    // What the name says must fit: a row that lost a column may look like one of another format
    private static CsvSource? FormatOfRow(CsvReader rows, CsvSource? named)
    {
        bool IsFlag(int column) => column < rows.Count
            && (Ascii.EqualsIgnoreCase(rows[column], "true"u8) || Ascii.EqualsIgnoreCase(rows[column], "false"u8));

        if (named is { Header: "" } || named == CsvSources.BinanceBookTicker)
        {
            return rows.Count == named.Places.Split(',').Length ? named : null;
        }

        var beginsWithId = !rows[0].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        var found = !beginsWithId ? null : rows.Count switch
        {
            6 when IsFlag(5) => CsvSources.BinanceTrades,
            7 when IsFlag(5) && IsFlag(6) => CsvSources.BinanceTrades,
            7 when IsFlag(6) => CsvSources.BinanceAggTrades,
            8 when IsFlag(6) && IsFlag(7) => CsvSources.BinanceAggTrades,
            12 when DecimalBytes.TryParse(rows[11], out _) => CsvSources.BinanceKlines,
            _ => null,
        };
        return named is null || named == found ? found : null;
    }

    private static ColumnMap ColumnsOf(
        SourceText source, CsvSource? format, List<string> titles, RecordedMarketDataOptions options)
    {
        if (options.Columns is { } option)
        {
            try
            {
                return ColumnMap.OfOption(option, titles);
            }
            catch (FormatException failure)
            {
                throw source.Bad($"the columns '{option}' do not fit: {failure.Message}", failure);
            }
        }

        return format is not null ? ColumnMap.OfPlaces(format.Places, titles)
            : titles.Count > 0 ? ColumnMap.OfTitles(titles)
            : throw source.Bad(
                "is neither market data in JSON, which begins with [ or {, nor CSV of a known format, and has no "
                + $"header to tell what its columns are; {Advice}");
    }

    private static void RequireColumns(SourceText source, CsvReader rows, ColumnMap columns)
    {
        var needed = Enum.GetValues<Field>().Max(field => columns[field]) + 1;
        if (needed > rows.Count)
        {
            throw source.Bad($"has {rows.Count} column(s), and {needed} are needed; {Advice}");
        }
    }

    private static RowKind KindOf(SourceText source, ColumnMap columns)
    {
        bool Has(params Field[] fields) => Array.TrueForAll(fields, columns.Has);

        return Has(Field.Open, Field.High, Field.Low, Field.Close) && (Has(Field.Time) || Has(Field.CloseTime))
                ? RowKind.Bars
            : Has(Field.Time, Field.Bid, Field.Ask) ? RowKind.Quotes
            : Has(Field.Time, Field.Price, Field.Amount) ? RowKind.Trades
            : throw source.Bad(
                "is neither market data in JSON, which begins with [ or {, nor CSV whose columns are known: bars have "
                + "time, open, high, low and close, quotes time, bid and ask, trades time, price and amount, and this "
                + $"has only {Known(columns)}; is this the right file? If it is, {Advice}");
    }

    private static string Known(ColumnMap columns)
    {
        var known = Enum.GetValues<Field>().Where(columns.Has).Select(columns.TitleOf).ToArray();
        return known.Length == 0 ? "none of them" : string.Join(", ", known);
    }

    private static Timestamp? MidnightOf(SourceText source, CsvReader rows, ColumnMap columns, FileName name) =>
        name.Date is null && !rows[columns[Field.Time]].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? throw source.Bad(
                "its times count from midnight, and the day is not in the file's name; keep names such as "
                + "20250102_trade.zip")
            : name.Date;

    private static TimeSpan? BarLengthOf(
        SourceText source, RowKind kind, CsvSource? format, FileName name, RecordedMarketDataOptions options)
    {
        var length = options.BarLength ?? name.BarLength;
        return kind == RowKind.Bars ? length
            : format != CsvSources.LeanQuoteBars ? null
            : length ?? throw source.Bad("the name does not say how long the bars are; say it (--bar 1h)");
    }
}
