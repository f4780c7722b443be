using Barter.Configuration;
using Barter.MarketData;
using Barter.MarketData.Generation;

namespace Barter.Cli.Chaos;

/// <summary>A market that lasts until all kills are done.</summary>
internal static class ChaosMarket
{
    private const decimal EventsPerSecond = 0.5m;

    /// <summary>A life takes a second or two, on a machine that has something else to do as well.</summary>
    private static readonly TimeSpan LifeMax = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    public static void Write(string path, string configPath, int seed, int kills, double speed)
    {
        var catalog = SystemConfig.Load(configPath).BuildCatalog();
        var generator = new MarketGenerator(
            catalog,
            new MarketGeneratorOptions
            {
                Seed = unchecked((ulong)seed),
                Duration = ((LifeMax * kills) + Rest) * speed,
                EventsPerSecond = EventsPerSecond,
            });
        using var writer = new MarketDataWriter(path, catalog);
        foreach (var made in generator.Generate())
        {
            writer.Write(made);
        }
    }
}
