using Akka.Actor;
using Barter.Benchmarks.Actors;
using Barter.Benchmarks.Measuring;
using BenchmarkDotNet.Attributes;

namespace Barter.Benchmarks.Parts;

/// <summary>A question and its answer.</summary>
[MemoryDiagnoser]
public class AskBenchmark
{
    private static readonly object Question = new();

    private ActorSystem _system = null!;
    private IActorRef _actor = null!;
    private ChannelLoop _loop = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _system = ActorSystem.Create("parts", ActorsVerb.Quiet);
        _actor = _system.ActorOf(Props.Create(() => new Answerer()));
        _loop = new ChannelLoop(question => ((TaskCompletionSource<object>)question).SetResult(question));
    }

    [GlobalCleanup]
    public Task CleanUp() => _system.Terminate();

    [Benchmark]
    public Task<object> Actor() => _actor.Ask<object>(Question, timeout: null);

    [Benchmark]
    public Task<object> ActorWithTimeout() => _actor.Ask<object>(Question, TimeSpan.FromSeconds(5));

    [Benchmark(Baseline = true)]
    public Task<object> Channel()
    {
        var question = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Tell(question);
        return question.Task;
    }
}
