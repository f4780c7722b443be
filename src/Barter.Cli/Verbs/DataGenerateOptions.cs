using System.CommandLine;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>The options of a made-up market.</summary>
internal sealed class DataGenerateOptions
{
    private static readonly MarketGeneratorOptions Usual = new();

    private readonly Option<string> _config = Options.RequiredPath("--config", "which instruments there are (JSON)");

    private readonly Option<string> _output = Options.RequiredPath(
        "--output", "the file to write, one JSON object a line; zipped if it ends in .gz");

    private readonly Option<ulong> _seed = Options.Of(
        "--seed", "n", "the same seed gives the same events", Options.Whole<ulong>, Usual.Seed);

    private readonly Option<Timestamp> _start = Options.Of(
        "--start", "time", "when it begins", Timestamp.Parse, Usual.Start);

    private readonly Option<TimeSpan> _duration = Options.Of(
        "--duration", "length", "how long it goes on, such as 30m, 4h or 1d", Options.Length, Usual.Duration);

    private readonly Option<decimal> _rate = Options.Of(
        "--rate", "n", "events per second of each instrument, on average", Options.Number, Usual.EventsPerSecond);

    private readonly Option<decimal> _volatility = Options.Of(
        "--volatility", "x", "how far prices go in a day, 0.03 being 3 %", Options.Number, Usual.DailyVolatility);

    private readonly Option<int> _disconnects = Options.Of(
        "--disconnects", "n", "how often each exchange's link is lost", Options.Whole<int>, Usual.Disconnects);

    private readonly Option<(string Name, decimal Price)[]> _prices = Options.ManyOf(
        "--price", "instrument=price", "where a price begins (default: 100); may be repeated", Price);

    private readonly Option<bool> _force = new("--force") { Description = "overwrite the file if it exists" };

    public void AddTo(System.CommandLine.Command command)
    {
        foreach (var option in new Option[]
        {
            _config, _output, _seed, _start, _duration, _rate, _volatility, _disconnects, _prices, _force,
        })
        {
            command.Options.Add(option);
        }
    }

    public DataGenerateRequest Read(ParseResult parsed) => new()
    {
        ConfigPath = parsed.GetRequiredValue(_config),
        OutputPath = parsed.GetRequiredValue(_output),
        Prices = parsed.GetRequiredValue(_prices),
        IsForced = parsed.GetValue(_force),
        Market = new MarketGeneratorOptions
        {
            Seed = parsed.GetValue(_seed),
            Start = parsed.GetValue(_start),
            Duration = parsed.GetValue(_duration),
            EventsPerSecond = parsed.GetValue(_rate),
            DailyVolatility = parsed.GetValue(_volatility),
            Disconnects = parsed.GetValue(_disconnects),
        },
    };

    private static (string Name, decimal Price) Price(string text)
    {
        var split = text.LastIndexOf('=');
        return split > 0 && DecimalText.TryParse(text.AsSpan(split + 1), out var price)
            ? (text[..split], price)
            : throw new FormatException($"'{text}' is not of the form instrument=price");
    }
}
