using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

public sealed class ForkJoinTests() : TestKit.Xunit2.TestKit(
    """
    asleep { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 1 } }
    awake { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 1, awake = 20us } }
    crowd { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 4, awake = 1us } }
    nobody { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 0 } }
    """)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>One wake that is lost, and the ball lies still for ever.</summary>
    [Theory]
    [InlineData("asleep")]
    [InlineData("awake")]
    [InlineData("crowd")]
    public void A_ball_that_leaves_the_threads_and_comes_back_is_never_lost(string dispatcher)
    {
        var outside = Sys.ActorOf(Props.Create(() => new Returner()));
        for (var player = 0; player < 4; player++)
        {
            Sys.ActorOf(Props.Create(() => new Player(outside, TestActor)).WithDispatcher(dispatcher)).Tell(20_000);
        }

        Assert.Equal(["over", "over", "over", "over"], ReceiveN(4, Patience).Cast<string>());
    }

    [Fact]
    public void Threads_end_with_the_last_actor_and_come_back_with_the_next()
    {
        for (var round = 0; round < 3; round++)
        {
            var thread = ThreadOf(Start(), out var first);
            Assert.Same(thread, ThreadOf(Start(), out var second));
            Assert.StartsWith("asleep-", thread.Name, StringComparison.Ordinal);

            Sys.Stop(first);
            Assert.Same(thread, ThreadOf(second, out _));
            Sys.Stop(second);

            Assert.True(thread.Join(Patience));
        }

        IActorRef Start() => Sys.ActorOf(Props.Create(() => new Speaker()).WithDispatcher("asleep"));
    }

    [Fact]
    public void No_thread_at_all_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup("nobody"));

        Assert.Equal("nobody.dedicated-thread-pool.thread-count = 0: it must be above 0", error.Message);
    }

    private Thread ThreadOf(IActorRef actor, out IActorRef same)
    {
        same = actor;
        actor.Tell("where", TestActor);
        return ExpectMsg<Thread>(Patience);
    }

    private sealed class Speaker : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(Thread.CurrentThread);
    }

    private sealed class Returner : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class Player(IActorRef other, IActorRef referee) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is 0)
            {
                referee.Tell("over");
            }
            else
            {
                other.Tell((int)message - 1);
            }
        }
    }
}
