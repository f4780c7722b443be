using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

public sealed class PriorityTests() : TestKit.Xunit2.TestKit(
    "picky { mailbox-type = \"" + typeof(Picky).AssemblyQualifiedName + "\" }")
{
    [Fact]
    public void What_a_priority_throws_is_the_tellers_and_the_actor_goes_on()
    {
        var echo = Sys.ActorOf(Props.Create(() => new Echo()).WithMailbox("picky"));

        Assert.Throws<InvalidOperationException>(() => echo.Tell("no rank", TestActor));
        echo.Tell(1, TestActor);

        ExpectMsg(1);
    }

    public sealed class Picky(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) =>
            message as int? ?? throw new InvalidOperationException("only numbers have a rank");
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
