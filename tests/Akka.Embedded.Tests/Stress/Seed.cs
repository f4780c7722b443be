using Xunit.Abstractions;

namespace Akka.Stress;

/// <summary>What is drawn in a test, drawn again with the environment variable BARTER_SEED.</summary>
internal static class Seed
{
    public static Random Drawn(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), out var given) ? given : 20_261_122;
        output.WriteLine($"BARTER_SEED={seed}");
        return new Random(seed);
    }
}
