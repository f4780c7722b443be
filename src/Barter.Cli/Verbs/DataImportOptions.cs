using System.CommandLine;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>The options of an import.</summary>
internal sealed class DataImportOptions
{
    private readonly Argument<string[]> _files = new("files")
    {
        Description = "what is imported: CSV or JSON, plain, .gz or .zip",
        HelpName = "file",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _to = Options.RequiredPath("--to", "the catalogue folder; made if it is not there");

    private readonly Option<ExchangeId?> _exchange = Options.Of<ExchangeId?>(
        "--exchange", "name", "where the instrument is traded, such as binance_spot", text => ExchangeIds.Parse(text));

    private readonly Option<string?> _instrument = Options.Text(
        "--instrument", "name", "what CSV files are of: the exchange's symbol, or our name");

    private readonly Option<string?> _config = Options.Text(
        "--config", "file", "which instruments there are (JSON); what is stored has their names then");

    private readonly Option<string?> _source = Options.Of<string?>(
        "--source", "format", "the format, where it is not recognised; see below", Known);

    private readonly Option<string?> _map = Options.Text(
        "--map", "field=column,...", "which column is what, by title or by number from 1; see below");

    private readonly Option<TimeUnit?> _unit = Options.Of<TimeUnit?>(
        "--time-unit", "s|ms|us|ns", "what counts of time count (default: told by their size)", Unit);

    private readonly Option<TimeSpan?> _bar = Options.Of<TimeSpan?>(
        "--bar", "length", "how long bars are, such as 1m (default: the smallest step)", text => Options.Length(text));

    private readonly Option<string?> _symbol = Options.Text(
        "--symbol", "text", "what the file calls the instrument, if not what the exchange does");

    private readonly Option<long> _maxBad = Options.Of(
        "--max-bad", "n", "how many bad rows are passed over before a file is refused", Options.Whole<long>, 0);

    private readonly Option<string> _format = Options.Format();

    public void AddTo(System.CommandLine.Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in new Option[]
        {
            _to, _exchange, _instrument, _config, _source, _map, _unit, _bar, _symbol, _maxBad, _format,
        })
        {
            command.Options.Add(option);
        }
    }

    public DataImportRequest Read(ParseResult parsed) => new()
    {
        Files = parsed.GetRequiredValue(_files),
        Folder = parsed.GetRequiredValue(_to),
        Exchange = parsed.GetValue(_exchange),
        Instrument = parsed.GetValue(_instrument),
        ConfigPath = parsed.GetValue(_config),
        IsJson = parsed.GetRequiredValue(_format) is "json",
        Reading = new RecordedMarketDataOptions
        {
            Source = parsed.GetValue(_source),
            Columns = parsed.GetValue(_map),
            TimeUnit = parsed.GetValue(_unit),
            BarLength = parsed.GetValue(_bar),
            Symbol = parsed.GetValue(_symbol),
            MaxBadRows = parsed.GetValue(_maxBad),
        },
    };

    private static string Known(string text) => RecordedMarketData.Formats.Contains(text, StringComparer.Ordinal)
        ? text
        : throw new FormatException(
            $"'{text}' is no format; there are {string.Join(", ", RecordedMarketData.Formats)}");

    private static TimeUnit? Unit(string text) => text switch
    {
        "s" => TimeUnit.Seconds,
        "ms" => TimeUnit.Milliseconds,
        "us" => TimeUnit.Microseconds,
        "ns" => TimeUnit.Nanoseconds,
        _ => throw new FormatException($"'{text}' is none of s, ms, us and ns"),
    };
}
