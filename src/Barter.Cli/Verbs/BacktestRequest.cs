using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a backtest.</summary>
internal sealed record BacktestRequest
{
    private const decimal UsualRiskFreeReturn = 0.05m;

    public required string ConfigPath { get; init; }

    public required string MarketDataPath { get; init; }

    /// <summary>From when on; none means from the beginning.</summary>
    public Timestamp? From { get; init; }

    /// <summary>Before when; none means to the end.</summary>
    public Timestamp? To { get; init; }

    public required string Strategy { get; init; }

    public required IReadOnlyList<string> Parameters { get; init; }

    public required decimal? RiskFreeReturn { get; init; }

    public required ReturnInterval Interval { get; init; }

    public required IReadOnlyList<InitialBalance> Balances { get; init; }

    public required string? Instrument { get; init; }

    public required string Id { get; init; }

    public required bool IsJson { get; init; }

    public required bool IsPretty { get; init; }

    /// <summary>Whether the tables are to hold every figure.</summary>
    public bool IsDetailed { get; init; }

    public required string? OutputPath { get; init; }

    /// <summary>Whether the JSON is to have series; a page needs them in any case.</summary>
    public bool AsksForSeries { get; init; }

    public string? ReportPath { get; init; }

    /// <summary>Looks at everything that can be looked at before the run.</summary>
    /// <exception cref="UsageException">A strategy, parameter, balance or instrument cannot be had.</exception>
    /// <exception cref="SystemConfigException">The configuration cannot be used.</exception>
    /// <param name="market">Instead of the recording.</param>
    public (BacktestArgsConstant Constant, BacktestArgsDynamic Dynamic) Prepare(IMarketDataSource? market = null)
    {
        RefuseBadStrategy();
        RefuseEmptyRange(From, To);
        RefuseOverwritingInput();
        var config = WithBalances(SystemConfig.Load(ConfigPath));
        var catalog = config.BuildCatalog();
        var options = new RecordedMarketDataOptions
        {
            From = From,
            To = To,
            Instrument = Instrument is null
                ? null
                : catalog[InstrumentNames.Find(catalog, "--instrument", Instrument)].Name,
        };
        return (
            new BacktestArgsConstant(
                config, market ?? new RecordedMarketData(MarketDataPath, catalog, options), Interval)
            {
                RecordSeries = AsksForSeries || ReportPath is not null,
            },
            new BacktestArgsDynamic(
                Id,
                RiskFreeReturn ?? config.RiskFreeReturn ?? UsualRiskFreeReturn,
                () => ShippedStrategies.Create(Strategy, Parameters))
            {
                Parameters = Parameters.ToValueList(),
            });
    }

    /// <exception cref="UsageException">Nothing lies between the two.</exception>
    internal static void RefuseEmptyRange(Timestamp? from, Timestamp? to)
    {
        if (from >= to)
        {
            throw new UsageException($"--to: {to} must be later than {from} of --from");
        }
    }

    private void RefuseBadStrategy()
    {
        try
        {
            ShippedStrategies.Create(Strategy, Parameters);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message, exception);
        }
    }

    internal void RefuseOverwritingInput()
    {
        foreach (var (option, path) in new[] { ("--output", OutputPath), ("--report", ReportPath) })
        {
            if (path is not null && new[] { ConfigPath, MarketDataPath }.Any(
                read => read.Length > 0 && OutputFile.IsSame(path, read)))
            {
                throw new UsageException($"{option}: '{path}' is what is read; name another file");
            }
        }

        if (OutputPath is not null && ReportPath is not null && OutputFile.IsSame(OutputPath, ReportPath))
        {
            throw new UsageException($"--report: '{ReportPath}' is what --output writes; name another file");
        }
    }

    private SystemConfig WithBalances(SystemConfig config)
    {
        try
        {
            return config.WithInitialBalances(Balances);
        }
        catch (SystemConfigException exception)
        {
            throw new UsageException($"--initial-balance: {exception.Message}", exception);
        }
    }
}
