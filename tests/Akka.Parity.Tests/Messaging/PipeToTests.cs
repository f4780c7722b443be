using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Messaging;

public sealed class PipeToTests : ParityTest
{
    [Fact]
    public async Task The_result_of_a_task_becomes_a_message()
    {
        await Task.FromResult(7).PipeTo(TestActor);

        ExpectMsg(7);
    }

    [Fact]
    public void The_message_comes_when_the_task_completes()
    {
        var source = new TaskCompletionSource<string>();
        _ = source.Task.PipeTo(TestActor);
        TestActor.Tell("before", ActorRefs.NoSender);
        ExpectMsg("before");

        source.SetResult("after");

        ExpectMsg("after");
    }

    [Fact]
    public async Task The_message_has_the_sender_that_was_named()
    {
        var sender = CreateTestProbe();

        await Task.FromResult("x").PipeTo(TestActor, sender.Ref);

        ExpectMsg("x");
        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public async Task A_faulted_task_becomes_a_failure_with_its_cause()
    {
        await Task.FromException<int>(new InvalidOperationException("planned")).PipeTo(TestActor);

        var failure = ExpectMsg<Status.Failure>();
        Assert.Equal("planned", failure.Cause.GetBaseException().Message);
    }

    [Fact]
    public async Task A_cancelled_task_becomes_a_failure()
    {
        await Task.FromCanceled<int>(new CancellationToken(canceled: true)).PipeTo(TestActor);

        ExpectMsg<Status.Failure>();
    }

    [Fact]
    public async Task A_result_can_be_transformed_on_its_way()
    {
        await Task.FromResult(7).PipeTo(TestActor, success: number => $"got {number}");

        ExpectMsg("got 7");
    }

    [Fact]
    public async Task A_fault_can_be_transformed_on_its_way()
    {
        var task = Task.FromException<int>(new InvalidOperationException("planned"));

        await task.PipeTo(TestActor, failure: fault => $"lost: {fault.GetBaseException().Message}");

        ExpectMsg("lost: planned");
    }

    [Fact]
    public async Task A_task_without_result_can_say_what_it_means()
    {
        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");

        ExpectMsg("done");
    }

    [Fact]
    public void An_actor_goes_on_while_its_task_runs_and_hears_of_it_later()
    {
        var source = new TaskCompletionSource<string>();
        var actor = Spawn((message, context) =>
        {
            if (message is "start")
            {
                source.Task.PipeTo(context.Self);
                return;
            }

            TestActor.Tell(message);
        });

        actor.Tell("start", ActorRefs.NoSender);
        actor.Tell("meanwhile", ActorRefs.NoSender);
        ExpectMsg("meanwhile");
        source.SetResult("result");

        ExpectMsg("result");
    }
}
