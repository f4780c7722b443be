using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a backtest.</summary>
internal sealed record BacktestRequest
{
    private const decimal UsualRiskFreeReturn = 0.05m;

    public required string ConfigPath { get; init; }

    public required string MarketDataPath { get; init; }

    public required string Strategy { get; init; }

    public required IReadOnlyList<string> Parameters { get; init; }

    public required decimal? RiskFreeReturn { get; init; }

    public required ReturnInterval Interval { get; init; }

    public required IReadOnlyList<InitialBalance> Balances { get; init; }

    public required string? Instrument { get; init; }

    public required string Id { get; init; }

    public required bool IsJson { get; init; }

    public required bool IsPretty { get; init; }

    public required string? OutputPath { get; init; }

    /// <summary>Looks at everything that can be looked at before the run.</summary>
    /// <exception cref="UsageException">A strategy, parameter, balance or instrument cannot be had.</exception>
    /// <exception cref="SystemConfigException">The configuration cannot be used.</exception>
    public (BacktestArgsConstant Constant, BacktestArgsDynamic Dynamic) Prepare()
    {
        RefuseBadStrategy();
        RefuseOverwritingInput();
        var config = WithBalances(SystemConfig.Load(ConfigPath));
        var catalog = config.BuildCatalog();
        var options = new RecordedMarketDataOptions
        {
            Instrument = Instrument is null
                ? null
                : catalog[InstrumentNames.Find(catalog, "--instrument", Instrument)].Name,
        };
        return (
            new BacktestArgsConstant(config, new RecordedMarketData(MarketDataPath, catalog, options), Interval),
            new BacktestArgsDynamic(
                Id,
                RiskFreeReturn ?? config.RiskFreeReturn ?? UsualRiskFreeReturn,
                () => ShippedStrategies.Create(Strategy, Parameters)));
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

    private void RefuseOverwritingInput()
    {
        if (OutputPath is not null && (IsSame(OutputPath, ConfigPath) || IsSame(OutputPath, MarketDataPath)))
        {
            throw new UsageException($"--output: '{OutputPath}' is what is read; name another file");
        }
    }

    private static bool IsSame(string left, string right) =>
        string.Equals(Path.GetFullPath(left), Path.GetFullPath(right), StringComparison.Ordinal);

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
