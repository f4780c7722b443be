using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Barter.Benchmarks.Parts;

/// <summary><c>parts</c>: hands over to BenchmarkDotNet.</summary>
internal static class PartsVerb
{
    public static Task<int> Run(string[] args)
    {
        BenchmarkSwitcher
            .FromTypes(
                [typeof(TellBenchmark), typeof(AskBenchmark), typeof(PingPongBenchmark), typeof(EngineBenchmark)])
            .Run(args, DefaultConfig.Instance.WithArtifactsPath("artifacts/benchmarks"));
        return Task.FromResult(0);
    }
}
