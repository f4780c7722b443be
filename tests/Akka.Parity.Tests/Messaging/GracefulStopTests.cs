using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Messaging;

public sealed class GracefulStopTests : ParityTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task It_is_true_when_the_actor_has_stopped()
    {
        var actor = Spawn((_, _) => { });

        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task The_actor_handles_first_what_is_queued()
    {
        var actor = Spawn((message, _) => TestActor.Tell(message));
        actor.Tell("queued", ActorRefs.NoSender);

        await actor.GracefulStop(Patience);

        ExpectMsg("queued");
    }

    [Fact]
    public async Task The_actor_can_be_stopped_by_a_message_of_ones_own()
    {
        var actor = Spawn((message, context) =>
        {
            TestActor.Tell(message);
            context.Stop(context.Self);
        });

        Assert.True(await actor.GracefulStop(Patience, "enough"));
        ExpectMsg("enough");
    }

    [Fact]
    public async Task It_is_true_for_an_actor_that_is_dead_already()
    {
        var actor = Spawn((_, _) => { });
        StopAndWait(actor);

        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task It_is_cancelled_when_the_actor_does_not_stop_in_time()
    {
        var actor = Spawn((_, _) => { });

        await Assert.ThrowsAnyAsync<TaskCanceledException>(
            () => actor.GracefulStop(TimeSpan.FromMilliseconds(50), "ignored"));
    }
}
