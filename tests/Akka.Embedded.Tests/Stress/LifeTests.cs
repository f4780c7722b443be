using System.Diagnostics;
using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Stress;

[Collection(StressCollection.Name)]
public sealed class LifeTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public Task Twenty_thousand_actors_come_and_go_and_leave_no_memory() => LiveAsync(batches: 5, actors: 4_000);

    [Fact]
    [Trait("Category", "Slow")]
    public Task A_million_actors_come_and_go_and_leave_no_memory() => LiveAsync(batches: 10, actors: 100_000);

    [Fact]
    public Task A_watcher_hears_of_two_thousand_ends_once_and_after_the_last_words() => WatchAsync(2_000);

    [Fact]
    [Trait("Category", "Slow")]
    public Task A_watcher_hears_of_two_hundred_thousand_ends_once_and_after_the_last_words() => WatchAsync(200_000);

    [Fact]
    public Task A_thousand_pairs_that_watch_each_other_may_end_at_once() => PartAsync(1_000);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Half_a_million_pairs_that_watch_each_other_may_end_at_once() => PartAsync(500_000);

    private async Task LiveAsync(int batches, int actors)
    {
        using var system = ActorSystem.Create("stress", Topologies.Hocon);
        var (memory, start) = (new Memory(), Stopwatch.GetTimestamp());
        for (var batch = 0; batch < batches; batch++)
        {
            var parent = system.ActorOf(Props.Create(() => new Parent(actors)));
            Assert.Equal(actors, await parent.Ask<int>("how many live?", Patience));
            Assert.True(await parent.GracefulStop(Patience));
            await memory.NoteAsync();
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"{batches * actors:N0} actors in {seconds:N1} s; {memory}");
        memory.AssertFlat();
        await system.Terminate();
    }

    private async Task WatchAsync(int actors)
    {
        var chances = Seed.Drawn(output);
        using var system = ActorSystem.Create("stress", Topologies.Hocon);
        var (end, start) = (new TaskCompletionSource<string>(), Stopwatch.GetTimestamp());
        system.ActorOf(Props.Create(() => new Watcher(actors, chances, end)));

        Assert.Equal("all ended in order", await end.Task.WaitAsync(Patience));
        output.WriteLine($"{actors:N0} ends were heard of in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s");
        await system.Terminate();
    }

    private async Task PartAsync(int pairs)
    {
        using var system = ActorSystem.Create("stress", Topologies.Hocon);
        var (props, start) = (Props.Create(() => new Partner()), Stopwatch.GetTimestamp());
        for (var pair = 0; pair < pairs; pair += 1_000)
        {
            var actors = Enumerable.Range(0, 2_000).Select(_ => system.ActorOf(props)).ToArray();
            for (var at = 0; at < actors.Length; at += 2)
            {
                actors[at].Tell(actors[at + 1], ActorRefs.NoSender);
                actors[at + 1].Tell(actors[at], ActorRefs.NoSender);
            }

            await Task.WhenAll(actors.Select(actor => actor.GracefulStop(Patience)));
        }

        output.WriteLine($"{pairs:N0} pairs in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s");
        await system.Terminate();
    }

    private sealed class Parent : UntypedActor
    {
        public Parent(int actors)
        {
            var props = Props.Create(() => new Child());
            for (var at = 0; at < actors; at++)
            {
                Context.ActorOf(props);
            }
        }

        protected override void OnReceive(object message) => Sender.Tell(Context.GetChildren().Count(), Self);
    }

    private sealed class Child : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    /// <summary>Bears children that speak some times and end, at most a thousand at once.</summary>
    private sealed class Watcher : UntypedActor
    {
        private readonly Dictionary<IActorRef, Ledger> _living = [];
        private readonly Random _chances;
        private readonly TaskCompletionSource<string> _end;
        private int _unborn;

        public Watcher(int actors, Random chances, TaskCompletionSource<string> end)
        {
            (_unborn, _chances, _end) = (actors, chances, end);
            for (var at = 0; at < Math.Min(actors, 1_000); at++)
            {
                Bear();
            }
        }

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Parcel parcel:
                    _living[Sender].Hear(parcel);
                    break;
                case Terminated terminated:
                    Bury(terminated.ActorRef);
                    break;
            }
        }

        private void Bury(IActorRef child)
        {
            if (!_living.Remove(child, out var ledger))
            {
                _end.TrySetResult($"heard twice of the end of {child}");
            }
            else if (ledger.Offence is { } offence)
            {
                _end.TrySetResult(offence);
            }
            else if (_unborn > 0)
            {
                Bear();
            }
            else if (_living.Count == 0)
            {
                _end.TrySetResult("all ended in order");
            }
        }

        private void Bear()
        {
            _unborn--;
            var words = _chances.Next(1, 6);
            var child = Context.ActorOf(Props.Create(() => new Speaker(words)));
            _living.Add(Context.Watch(child), new Ledger(1, words));
        }
    }

    private sealed class Speaker(int words) : UntypedActor
    {
        protected override void PreStart()
        {
            for (var word = 0; word < words; word++)
            {
                Context.Parent.Tell(new Parcel(0, word), Self);
            }

            Context.Stop(Self);
        }

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Partner : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Context.Watch((IActorRef)message);
            Context.Stop(Self);
        }
    }
}
