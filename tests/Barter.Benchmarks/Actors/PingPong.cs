using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary>Pairs that send messages to and fro.</summary>
internal sealed class PingPong(ActorSystem system, int pairs, int inFlight)
{
    public const int Messages = 2_000_000;

    private readonly IActorRef[] _actors = [.. Enumerable.Range(0, pairs).Select(_ => ActorPair(system))];
    private readonly ChannelLoop[] _loops = [.. Enumerable.Range(0, pairs).Select(_ => ChannelPair())];

    public Task<Row> MeasureAsync() => Rounds.CompareAsync(
        $"ping-pong, {pairs} pair{(pairs == 1 ? "" : "s")}, {inFlight} in flight",
        new Work(Messages, PlayActorsAsync),
        "two channels a pair",
        new Work(Messages, PlayChannelsAsync));

    public Task PlayActorsAsync() => PlayAsync((pair, message) => _actors[pair].Tell(message, ActorRefs.NoSender));

    public Task PlayChannelsAsync() => PlayAsync((pair, message) => _loops[pair].Tell(message));

    private Task PlayAsync(Action<int, object> serve)
    {
        var games = Enumerable.Range(0, pairs).Select(_ => new Game(Messages / 2 / pairs, inFlight)).ToArray();
        for (var pair = 0; pair < pairs; pair++)
        {
            serve(pair, games[pair]);
        }

        return Task.WhenAll(games.Select(game => game.Over));
    }

    private static IActorRef ActorPair(ActorSystem system)
    {
        var second = system.ActorOf(Props.Create(() => new Answerer()));
        return system.ActorOf(Props.Create(() => new Player(second)));
    }

    private static ChannelLoop ChannelPair()
    {
        ChannelLoop? first = null;
        Game? game = null;
        var second = new ChannelLoop(ball => first!.Tell(ball));
        return first = new ChannelLoop(message => game = Game.Hear(game, message, second.Tell));
    }

    private sealed class Player : UntypedActor
    {
        private readonly Action<object> _hit;
        private Game? _game;

        public Player(IActorRef partner)
        {
            var self = Self;
            _hit = ball => partner.Tell(ball, self);
        }

        protected override void OnReceive(object message) => _game = Game.Hear(_game, message, _hit);
    }

    /// <summary>One round of one pair, kept by the one who serves.</summary>
    private sealed class Game(int returns, int inFlight)
    {
        private static readonly object Ball = new();

        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _toServe = returns;
        private int _toReturn = returns;

        public Task Over => _over.Task;

        public static Game Hear(Game? game, object message, Action<object> hit)
        {
            if (message is Game next)
            {
                next.Serve(hit);
                return next;
            }

            game!.Return(hit);
            return game;
        }

        private void Serve(Action<object> hit)
        {
            _toServe -= inFlight;
            for (var ball = 0; ball < inFlight; ball++)
            {
                hit(Ball);
            }
        }

        private void Return(Action<object> hit)
        {
            if (_toServe > 0)
            {
                _toServe--;
                hit(Ball);
            }

            if (--_toReturn == 0)
            {
                _over.SetResult();
            }
        }
    }
}
