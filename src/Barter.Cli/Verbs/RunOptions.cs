using System.CommandLine;
using Barter.Configuration;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>The options of whatever replays a recording.</summary>
/// <param name="needsMarketData">Whether there is no other market than a recording.</param>
/// <param name="parameter">How a parameter of the strategy is given.</param>
internal sealed class RunOptions(bool needsMarketData = true, string parameter = "name=value")
{
    private readonly Option<string> _config = Options.RequiredPath(
        "--config", "instruments, exchanges and limits (JSON)");

    private readonly Option<string> _marketData = Options.Path(
        "--market-data",
        "what is replayed: JSON items in an array or one a line, or bars (CSV), .gz as well; or stored data (.bmd), or "
        + "a folder of it",
        needsMarketData);

    private readonly Option<Timestamp?> _from = Options.From();

    private readonly Option<Timestamp?> _to = Options.To();

    private readonly Option<string> _strategy = Options.Of(
        "--strategy", "name", "what decides on orders, see below", Options.NotBlank, "none");

    private readonly Option<string[]> _parameters = Options.ManyOf(
        "--param", parameter, "a parameter of the strategy; may be repeated", Options.NotBlank);

    private readonly Option<decimal?> _riskFreeReturn = Options.Of<decimal?>(
        "--risk-free-return", "x", "a year's return without risk, 0.05 being 5 % (default: the config's, or 0.05)",
        text => Options.Number(text));

    private readonly Option<ReturnInterval> _interval = Options.Of(
        "--interval", "interval", "what ratios are stated for: daily, annual-252, annual-365 or a length such as 4h",
        ReturnInterval.Parse, ReturnInterval.Daily);

    private readonly Option<InitialBalance[]> _balances = Options.ManyOf(
        "--initial-balance", "exchange:asset=total[/free]", "replaces a configured balance; may be repeated",
        InitialBalance.Parse);

    private readonly Option<string?> _instrument = Options.Text(
        "--instrument", "name", "bars only: which instrument they are of, if the config has more than one");

    private readonly Option<string> _id = Options.Of(
        "--id", "name", "names the run; part of every order id", Options.NotBlank, "backtest");

    private readonly Option<string> _format = Options.Format();

    private readonly Option<bool> _pretty = new("--pretty") { Description = "indent the JSON" };

    private readonly Option<string?> _output = Options.Text(
        "--output", "file", "write there rather than to standard output");

    private readonly Option<bool> _details = new("--details") { Description = "every figure in the tables" };

    public void AddTo(System.CommandLine.Command command)
    {
        foreach (var option in new Option[]
        {
            _config, _marketData, _from, _to, _strategy, _parameters, _riskFreeReturn, _interval, _balances,
            _instrument, _id, _format, _pretty, _details, _output,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether the interval is the usual one, and nobody asked for it.</summary>
    public bool LeavesInterval(ParseResult parsed) => parsed.GetResult(_interval) is null or { Implicit: true };

    public BacktestRequest Read(ParseResult parsed) => new()
    {
        ConfigPath = parsed.GetRequiredValue(_config),
        MarketDataPath = parsed.GetValue(_marketData) ?? "",
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Strategy = parsed.GetRequiredValue(_strategy),
        Parameters = parsed.GetRequiredValue(_parameters),
        RiskFreeReturn = parsed.GetValue(_riskFreeReturn),
        Interval = parsed.GetRequiredValue(_interval),
        Balances = parsed.GetRequiredValue(_balances),
        Instrument = parsed.GetValue(_instrument),
        Id = parsed.GetRequiredValue(_id),
        IsJson = parsed.GetRequiredValue(_format) is "json",
        IsPretty = parsed.GetValue(_pretty),
        IsDetailed = parsed.GetValue(_details),
        OutputPath = parsed.GetValue(_output),
    };
}
