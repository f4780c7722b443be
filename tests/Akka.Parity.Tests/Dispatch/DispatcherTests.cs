using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Dispatch;

public sealed class DispatcherTests() : ParityTest("""
    own-thread.type = PinnedDispatcher
    shared-thread {
      type = ForkJoinDispatcher
      dedicated-thread-pool { thread-count = 1 }
    }
    fair {
      type = Dispatcher
      throughput = 1
    }
    greedy {
      type = Dispatcher
      throughput = 1000
    }
    akka.actor.deployment {
      /deployed { dispatcher = own-thread }
    }
    """)
{
    [Fact]
    public void A_pinned_actor_has_one_thread_of_its_own()
    {
        var first = Sys.ActorOf(ThreadSpeaker.WithDispatcher("own-thread"));
        var second = Sys.ActorOf(ThreadSpeaker.WithDispatcher("own-thread"));

        var ofFirst = ThreadsOf(first);
        var ofSecond = ThreadsOf(second);

        Assert.Single(ofFirst);
        Assert.Single(ofSecond);
        Assert.NotEqual(ofFirst, ofSecond);
    }

    [Fact]
    public void Actors_can_share_threads_that_nobody_else_has()
    {
        var first = ThreadsOf(Sys.ActorOf(ThreadSpeaker.WithDispatcher("shared-thread")));
        var second = ThreadsOf(Sys.ActorOf(ThreadSpeaker.WithDispatcher("shared-thread")));

        Assert.Single(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void An_actor_runs_on_one_thread_at_a_time()
    {
        var inside = 0;
        var overlaps = 0;
        var actor = Sys.ActorOf(Lambda.Props((message, context) =>
        {
            overlaps += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
            Thread.SpinWait(50);
            Interlocked.Decrement(ref inside);
            if (message is "end")
            {
                context.Sender.Tell(overlaps);
            }
        }).WithDispatcher("fair"));

        Parallel.For(0, 5_000, i => actor.Tell(i, ActorRefs.NoSender));
        actor.Tell("end", TestActor);

        ExpectMsg(0);
    }

    [Theory]
    [InlineData("fair")]
    [InlineData("greedy")]
    public void A_dispatcher_from_the_configuration_runs_its_actors(string dispatcher)
    {
        var actor = Sys.ActorOf(Lambda.Props((message, _) => TestActor.Tell(message)).WithDispatcher(dispatcher));

        actor.Tell("x", ActorRefs.NoSender);

        ExpectMsg("x");
    }

    [Fact]
    public void With_a_throughput_of_one_no_neighbour_starves()
    {
        var left = 0;
        var busy = Sys.ActorOf(Lambda.Props((_, context) =>
        {
            if (Volatile.Read(ref left) == 0)
            {
                context.Self.Tell("again");
            }
        }).WithDispatcher("fair"));
        busy.Tell("again", ActorRefs.NoSender);
        var neighbour = Sys.ActorOf(Lambda.Props((message, _) => TestActor.Tell(message)).WithDispatcher("fair"));

        neighbour.Tell("still alive", ActorRefs.NoSender);

        ExpectMsg("still alive");
        Interlocked.Exchange(ref left, 1);
    }

    [Fact]
    public void A_dispatcher_can_be_deployed_by_path()
    {
        var actor = Sys.ActorOf(ThreadSpeaker, "deployed");

        Assert.Single(ThreadsOf(actor));
    }

    [Fact]
    public void An_unknown_type_of_dispatcher_is_refused()
    {
        var system = ActorSystem.Create("odd", ConfigurationFactory.ParseString("odd-one.type = NoSuchDispatcher"));

        Assert.ThrowsAny<Exception>(() => system.ActorOf(ThreadSpeaker.WithDispatcher("odd-one")));

        system.Terminate();
    }

    [Fact]
    public void The_dispatchers_know_what_is_configured()
    {
        Assert.True(Sys.Dispatchers.HasDispatcher("fair"));
        Assert.False(Sys.Dispatchers.HasDispatcher("no-such"));
        Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup("no-such"));
        Assert.Equal(1, Sys.Dispatchers.Lookup("fair").Throughput);
    }

    [Fact]
    public void Many_actors_share_few_threads()
    {
        var threads = new ConcurrentDictionary<int, bool>();
        var done = new CountdownEvent(10_000);
        for (var i = 0; i < 10_000; i++)
        {
            Spawn((_, _) =>
            {
                threads[Environment.CurrentManagedThreadId] = true;
                done.Signal();
            }).Tell("x", ActorRefs.NoSender);
        }

        Assert.True(done.Wait(TimeSpan.FromSeconds(10)));
        Assert.True(threads.Count < 200, $"{threads.Count} threads for ten thousand actors");
    }

    private static Props ThreadSpeaker =>
        Lambda.Props((_, context) => context.Sender.Tell(Environment.CurrentManagedThreadId));

    private List<int> ThreadsOf(IActorRef actor)
    {
        for (var i = 0; i < 200; i++)
        {
            actor.Tell("where", TestActor);
        }

        return ReceiveN(200).Cast<int>().Distinct().ToList();
    }
}
