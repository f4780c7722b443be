using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Barter.Benchmarks.Parts;

/// <summary><c>parts</c>: hands over to BenchmarkDotNet.</summary>
internal static class PartsVerb
{
    /// <summary>A busy machine takes longer than the two minutes that are usual.</summary>
    private static readonly TimeSpan BuildMax = TimeSpan.FromMinutes(10);

    public static Task<int> Run(string[] args)
    {
        BenchmarkSwitcher
            .FromTypes(
                [typeof(TellBenchmark), typeof(AskBenchmark), typeof(PingPongBenchmark), typeof(EngineBenchmark)])
            .Run(args, DefaultConfig.Instance
                .WithArtifactsPath("artifacts/benchmarks")
                .WithBuildTimeout(BuildMax));
        return Task.FromResult(0);
    }
}
