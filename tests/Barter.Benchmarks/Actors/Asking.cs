using System.Diagnostics;
using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary>One question after the other, each awaited.</summary>
internal static class Asking
{
    private const int Questions = 200_000;
    private const string Baseline = "TaskCompletionSource over a channel";

    private static readonly object Question = new();

    public static async Task<IReadOnlyList<Row>> MeasureAsync(ActorSystem system)
    {
        var actor = system.ActorOf(Props.Create(() => new Answerer()));
        var loop = new ChannelLoop(question => ((TaskCompletionSource<object>)question).SetResult(question));
        var baseline = new Work(Questions, () => Task.Run(() => AskChannelAsync(loop)));
        var plain = await Rounds.CompareAsync(
            "ask", new Work(Questions, () => Task.Run(() => AskAsync(actor, timeout: null))), Baseline, baseline);
        var timed = await Rounds.CompareAsync(
            "ask, timeout of 5 s",
            new Work(Questions, () => Task.Run(() => AskAsync(actor, TimeSpan.FromSeconds(5)))),
            Baseline,
            baseline);
        var micros = await Task.Run(() => LatenciesAsync(actor));
        loop.Stop();
        return
        [
            plain,
            timed,
            new Row("ask, mean", micros.Average(), "us"),
            new Row("ask, p50", micros[micros.Length / 2], "us"),
            new Row("ask, p99", micros[micros.Length / 100 * 99], "us"),
        ];
    }

    private static async Task AskAsync(IActorRef actor, TimeSpan? timeout)
    {
        for (var at = 0; at < Questions; at++)
        {
            await actor.Ask<object>(Question, timeout);
        }
    }

    private static async Task AskChannelAsync(ChannelLoop loop)
    {
        for (var at = 0; at < Questions; at++)
        {
            var question = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
            loop.Tell(question);
            await question.Task;
        }
    }

    /// <returns>In ascending order.</returns>
    private static async Task<double[]> LatenciesAsync(IActorRef actor)
    {
        var micros = new double[Questions];
        for (var at = 0; at < Questions; at++)
        {
            var start = Stopwatch.GetTimestamp();
            await actor.Ask<object>(Question, timeout: null);
            micros[at] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(micros);
        return micros;
    }
}
