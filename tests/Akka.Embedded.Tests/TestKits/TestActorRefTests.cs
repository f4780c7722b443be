using Akka.Actor;
using Akka.TestKit;

namespace Akka.TestKits;

public sealed class TestActorRefTests : TestKit.Xunit2.TestKit
{
    [Fact]
    public void It_processes_before_the_telling_returns_and_on_the_same_thread()
    {
        var counter = ActorOfAsTestActorRef<Counter>("counter");

        counter.Tell(3);
        counter.Tell(4);

        Assert.Equal(7, counter.UnderlyingActor.Sum);
        Assert.Equal(Environment.CurrentManagedThreadId, counter.UnderlyingActor.Thread);
        Assert.Equal("akka://test/user/counter", counter.Path.ToString());
    }

    [Fact]
    public void What_it_throws_reaches_the_caller_of_Receive_and_no_supervisor()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        counter.Tell(3);

        Assert.Throws<InvalidOperationException>(() => counter.Receive("bad"));

        Assert.Equal(3, counter.UnderlyingActor.Sum);
        counter.Receive("sum?", TestActor);
        ExpectMsg(3);
    }

    [Fact]
    public void What_it_throws_when_told_restarts_it()
    {
        var counter = ActorOfAsTestActorRef<Counter>();
        var before = counter.UnderlyingActor;

        EventFilter.Exception<InvalidOperationException>("bad").ExpectOne(() => counter.Tell("bad"));

        AwaitCondition(() => !ReferenceEquals(before, counter.UnderlyingActor));
        Assert.Equal(0, counter.UnderlyingActor.Sum);
    }

    [Fact]
    public void It_can_be_the_child_of_another_and_equals_its_reference()
    {
        var parent = ActorOfAsTestActorRef<Counter>("parent");
        var child = ActorOfAsTestActorRef<Counter>(parent, "child");

        Assert.Equal("akka://test/user/parent/child", child.Path.ToString());
        Assert.True(child == child.Ref);
        Assert.True(child.Ref == child);
        Assert.True(child != parent.Ref);
        Assert.Equal(child.Ref.GetHashCode(), child.GetHashCode());
    }

    [Fact]
    public void An_instance_that_could_not_be_made_is_named()
    {
        TestActorRef<Broken>? broken = null;
        EventFilter.Exception<ActorInitializationException>().ExpectOne(
            () => broken = ActorOfAsTestActorRef<Broken>("broken"));

        var failure = Assert.Throws<IllegalActorStateException>(() => broken!.UnderlyingActor);

        Assert.Contains($"{broken} has no instance: {typeof(Broken)} could not be created", failure.Message);
    }

    private sealed class Counter : ReceiveActor
    {
        public Counter()
        {
            Receive<int>(number =>
            {
                Sum += number;
                Thread = Environment.CurrentManagedThreadId;
            });
            Receive<string>(text => text == "sum?", _ => Sender.Tell(Sum));
            Receive<string>(text => throw new InvalidOperationException(text));
        }

        public int Sum { get; private set; }

        public int Thread { get; private set; }
    }

    private sealed class Broken : ReceiveActor
    {
        public Broken() => throw new InvalidOperationException("broken");
    }
}
