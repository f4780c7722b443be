using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Dispatch;

public sealed class MailboxTests() : ParityTest("""
    small-box {
      mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
      mailbox-capacity = 2
      mailbox-push-timeout-time = 10ms
    }
    by-number.mailbox-type = "Akka.Parity.Tests.Dispatch.MailboxTests+ByNumber, Akka.Parity.Tests"
    by-number-stable.mailbox-type = "Akka.Parity.Tests.Dispatch.MailboxTests+ByTens, Akka.Parity.Tests"
    """)
{
    [Fact]
    public void A_bounded_mailbox_that_is_full_gives_the_rest_to_the_dead_letters()
    {
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var actor = Sys.ActorOf(Lambda.Props((message, _) =>
        {
            entered.Set();
            gate.Wait();
            TestActor.Tell(message);
        }).WithMailbox("small-box"));
        actor.Tell("handled", ActorRefs.NoSender);
        entered.Wait();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        actor.Tell("kept 1", TestActor);
        actor.Tell("kept 2", TestActor);
        actor.Tell("too many", TestActor);

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("too many"));
        gate.Set();
        ExpectMsg("handled");
        ExpectMsg("kept 1");
        ExpectMsg("kept 2");
    }

    [Fact]
    public void A_priority_mailbox_takes_the_lowest_number_first()
    {
        var (actor, gate) = Gated("by-number");

        foreach (var number in new[] { 5, 1, 4, 2, 3 })
        {
            actor.Tell(number, ActorRefs.NoSender);
        }

        gate.Set();

        Assert.Equal(new object[] { 1, 2, 3, 4, 5 }, ReceiveN(5));
    }

    [Fact]
    public void A_stable_priority_mailbox_keeps_the_order_of_equals()
    {
        var (actor, gate) = Gated("by-number-stable");

        foreach (var number in new[] { 21, 11, 12, 22, 13, 23 })
        {
            actor.Tell(number, ActorRefs.NoSender);
        }

        gate.Set();

        Assert.Equal(new object[] { 11, 12, 13, 21, 22, 23 }, ReceiveN(6));
    }

    [Theory]
    [InlineData("the default mailbox", null)]
    [InlineData("a priority mailbox", "by-number")]
    public void A_stop_overtakes_what_is_queued(string row, string? mailbox)
    {
        Assert.NotEmpty(row);
        var (actor, gate) = Gated(mailbox);
        Watch(actor);
        actor.Tell(1, ActorRefs.NoSender);
        actor.Tell(2, ActorRefs.NoSender);

        Sys.Stop(actor);
        gate.Set();

        ExpectTerminated(actor);
    }

    [Fact]
    public void The_default_mailbox_takes_a_hundred_thousand_messages()
    {
        var (actor, gate) = Gated(null);
        for (var i = 0; i < 100_000; i++)
        {
            actor.Tell(i, ActorRefs.NoSender);
        }

        gate.Set();

        Assert.Equal(99_999, FishForMessage<int>(number => number == 99_999, TimeSpan.FromSeconds(10)));
    }

    private (IActorRef Actor, ManualResetEventSlim Gate) Gated(string? mailbox)
    {
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var props = Lambda.Props((message, _) =>
        {
            if (message is "gate")
            {
                entered.Set();
                gate.Wait();
                return;
            }

            TestActor.Tell(message);
        });
        var actor = Sys.ActorOf(mailbox is null ? props : props.WithMailbox(mailbox));
        actor.Tell("gate", ActorRefs.NoSender);
        entered.Wait();
        return (actor, gate);
    }

    public sealed class ByNumber(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => message as int? ?? 0;
    }

    public sealed class ByTens(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => (message as int? ?? 0) / 10;
    }
}
