using Barter.Cli.Chaos;
using Barter.Configuration;
using Barter.Engine.Strategies;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a session that is killed.</summary>
internal sealed record ChaosRequest(
    string ConfigPath,
    string? MarketDataPath,
    string Strategy,
    IReadOnlyList<string> Parameters,
    ReplaySpeed Speed,
    int Kills,
    int Seed,
    int? FaultSeed,
    string? Directory,
    bool IsJson)
{
    /// <summary>Looks at everything that can be looked at before, and makes up a market where there is none.</summary>
    /// <param name="directory">Where everything is kept.</param>
    /// <exception cref="UsageException">It cannot be done so.</exception>
    /// <exception cref="SystemConfigException">The configuration cannot be used.</exception>
    public ChaosPlan Prepare(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new UsageException("chaos needs signals, which Windows does not have");
        }

        if (Speed.Factor is not { } speed)
        {
            throw new UsageException("--speed: a market that waits for its readers cannot outlive one; name a number");
        }

        if (System.IO.Directory.Exists(Path.Combine(directory, "journal")))
        {
            throw new UsageException($"--journal: {directory} has a session of another run; name an empty directory");
        }

        try
        {
            ShippedStrategies.Create(Strategy, Parameters);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message, exception);
        }

        var market = MarketDataPath ?? Path.Combine(directory, "market.jsonl.gz");
        if (MarketDataPath is null)
        {
            ChaosMarket.Write(market, ConfigPath, Seed, Kills, speed);
        }

        return new ChaosPlan(
            ConfigPath, market, Strategy, Parameters, Speed, Kills, Seed, FaultSeed, directory);
    }
}
