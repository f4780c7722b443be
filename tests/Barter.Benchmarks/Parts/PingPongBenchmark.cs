using Akka.Actor;
using Barter.Benchmarks.Actors;
using BenchmarkDotNet.Attributes;

namespace Barter.Benchmarks.Parts;

/// <summary>Messages to and fro; an operation is one message.</summary>
[MemoryDiagnoser]
public class PingPongBenchmark
{
    private ActorSystem _system = null!;
    private PingPong _game = null!;

    [Params(1, 8)]
    public int Pairs { get; set; }

    [Params(1, 16)]
    public int InFlight { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _system = ActorSystem.Create("parts", ActorsVerb.Quiet);
        _game = new PingPong(_system, Pairs, InFlight);
    }

    [GlobalCleanup]
    public Task CleanUp() => _system.Terminate();

    [Benchmark(OperationsPerInvoke = PingPong.Messages)]
    public Task Actors() => _game.PlayActorsAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = PingPong.Messages)]
    public Task Channels() => _game.PlayChannelsAsync();
}
