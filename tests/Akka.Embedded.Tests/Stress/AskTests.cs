using System.Diagnostics;
using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Stress;

[Collection(StressCollection.Name)]
public sealed class AskTests(ITestOutputHelper output)
{
    private const int Askers = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public Task Eighty_thousand_questions_have_their_own_answers() => QuestionAsync(10_000);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Eight_million_questions_have_their_own_answers() => QuestionAsync(1_000_000);

    /// <summary>Half of the answerers restart now and then; the question that did it fails, and no other.</summary>
    private async Task QuestionAsync(int questions)
    {
        using var system = ActorSystem.Create("stress", Topologies.Hocon);
        var start = Stopwatch.GetTimestamp();
        var memory = new Memory();
        var failures = 0;
        for (var round = 0; round < 5; round++)
        {
            failures = (await Task.WhenAll(Enumerable.Range(0, Askers).Select(
                asker => Task.Run(() => AskAsync(system, asker, questions / 5))))).Sum();
            await memory.NoteAsync();
        }

        output.WriteLine(
            $"{Askers * questions:N0} questions in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s; {memory}");
        Assert.Equal(Askers / 2 * questions / 5 / Answerer.Robustness, failures);
        memory.AssertFlat();
        await system.Terminate();
    }

    private static async Task<int> AskAsync(ActorSystem system, int asker, int questions)
    {
        var (isFragile, failures) = (asker % 2 == 0, 0);
        var answerer = system.ActorOf(Props.Create(() => new Answerer(isFragile)));
        for (var question = 1; question <= questions; question++)
        {
            try
            {
                Assert.Equal(question, await answerer.Ask<int>(question, Patience));
            }
            catch (InvalidOperationException)
            {
                failures++;
            }
        }

        await answerer.GracefulStop(Patience);
        return failures;
    }

    private sealed class Answerer(bool isFragile) : UntypedActor
    {
        public const int Robustness = 500;

        protected override void OnReceive(object message)
        {
            if (isFragile && (int)message % Robustness == 0)
            {
                var failure = new InvalidOperationException("as asked for");
                Sender.Tell(new Status.Failure(failure), Self);
                throw failure;
            }

            Sender.Tell(message, Self);
        }
    }
}
