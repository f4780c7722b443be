using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Stress;

public sealed class DeadTests
{
    private const int Times = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Two_dead_actors_answer_each_other_from_two_threads()
    {
        using var system = ActorSystem.Create("dead", Topologies.Hocon);
        var (one, other) = (await DeadAsync(system), await DeadAsync(system));

        await Task.WhenAll(WatchAsync(one, other), WatchAsync(other, one)).WaitAsync(Patience);
    }

    private static async Task<InternalActorRef> DeadAsync(ActorSystem system)
    {
        var actor = system.ActorOf(Props.Create(() => new Mute()));
        await actor.GracefulStop(Patience);
        return InternalActorRef.Of(actor);
    }

    private static Task WatchAsync(InternalActorRef watchee, InternalActorRef watcher) => Task.Factory.StartNew(
        () =>
        {
            for (var time = 0; time < Times; time++)
            {
                watchee.SendSystem(new SystemMessage.Watch(watchee, watcher));
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private sealed class Mute : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
