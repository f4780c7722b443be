using Akka.Actor;
using Barter.Benchmarks.Actors;
using Barter.Benchmarks.Measuring;
using BenchmarkDotNet.Attributes;

namespace Barter.Benchmarks.Parts;

/// <summary>From the first message told to the last one heard.</summary>
[MemoryDiagnoser]
public class TellBenchmark
{
    private const int Messages = 100_000;

    private static readonly object Message = new();

    private ActorSystem _system = null!;
    private IActorRef _actor = null!;
    private ChannelLoop _loop = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _system = ActorSystem.Create("parts", ActorsVerb.Quiet);
        _actor = _system.ActorOf(Props.Create(() => new Counter()));
        _loop = new ChannelLoop(new Tally().Hear);
    }

    [GlobalCleanup]
    public Task CleanUp() => _system.Terminate();

    [Benchmark(OperationsPerInvoke = Messages)]
    public Task Actor()
    {
        var expected = new Expect(Messages);
        _actor.Tell(expected, ActorRefs.NoSender);
        for (var at = 0; at < Messages; at++)
        {
            _actor.Tell(Message, ActorRefs.NoSender);
        }

        return expected.Met;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public Task Channel()
    {
        var expected = new Expect(Messages);
        _loop.Tell(expected);
        for (var at = 0; at < Messages; at++)
        {
            _loop.Tell(Message);
        }

        return expected.Met;
    }
}
