using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Systems;

public sealed class LoadTests : ParityTest
{
    private const int Width = 10;

    [Fact]
    public void A_tree_of_a_hundred_thousand_actors_starts_and_stops()
    {
        const int expected = 1 + 10 + 100 + 1_000 + 10_000 + 100_000;
        var tally = new Tally();
        var root = Sys.ActorOf(Props.Create<Node>(5, tally));
        Watch(root);
        AwaitCondition(() => tally.Started == expected, TimeSpan.FromSeconds(60));

        Sys.Stop(root);

        ExpectTerminated(root, TimeSpan.FromSeconds(60));
        Assert.Equal(expected, tally.Stopped);
        Assert.Equal(0, tally.OutOfOrder);
    }

    [Fact]
    public void Ten_thousand_siblings_start_and_stop()
    {
        var tally = new Tally();
        var root = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var leaf = Props.Create<Node>(0, tally);
        for (var i = 0; i < 10_000; i++)
        {
            root.Tell(new Parent.Spawn(leaf, null), ActorRefs.Nobody);
        }

        AwaitCondition(() => tally.Started == 10_000, TimeSpan.FromSeconds(20));
        StopAndWait(root);

        Assert.Equal(10_000, tally.Stopped);
    }

    [Fact]
    public void A_chain_of_a_thousand_generations_stops_from_below()
    {
        var tally = new Tally();
        var root = Sys.ActorOf(Props.Create(() => new Link(1_000, tally)));
        AwaitCondition(() => tally.Started == 1_001, TimeSpan.FromSeconds(20));

        StopAndWait(root);

        Assert.Equal(1_001, tally.Stopped);
    }

    private sealed class Tally
    {
        private int _started;
        private int _stopped;
        private int _outOfOrder;

        public int Started => Volatile.Read(ref _started);

        public int Stopped => Volatile.Read(ref _stopped);

        public int OutOfOrder => Volatile.Read(ref _outOfOrder);

        public void Start() => Interlocked.Increment(ref _started);

        public void Stop(bool inOrder)
        {
            Interlocked.Increment(ref _stopped);
            Interlocked.Add(ref _outOfOrder, inOrder ? 0 : 1);
        }
    }

    private sealed class Node(int depth, Tally tally) : UntypedActor
    {
        private readonly int _depth = depth;
        private readonly Tally _tally = tally;

        protected override void PreStart()
        {
            for (var i = 0; _depth > 0 && i < Width; i++)
            {
                Context.ActorOf(Props.Create<Node>(_depth - 1, _tally));
            }

            _tally.Start();
        }

        protected override void PostStop() => _tally.Stop(!Context.GetChildren().Any());

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Link(int depth, Tally tally) : UntypedActor
    {
        private readonly int _depth = depth;
        private readonly Tally _tally = tally;

        protected override void PreStart()
        {
            if (_depth > 0)
            {
                Context.ActorOf(Props.Create<Link>(_depth - 1, _tally));
            }

            _tally.Start();
        }

        protected override void PostStop() => _tally.Stop(inOrder: true);

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
