using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Extensions;
using Xunit.Sdk;

namespace Akka.TestKits;

public sealed class WaitingTests : TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Sync_expectations_work_in_async_tests_on_one_thread()
    {
        var echo = ActorOf(Echo.Props);
        for (var i = 0; i < 100; i++)
        {
            await Task.Yield();
            echo.Tell(i, TestActor);
            ExpectMsg(i, Long);
            echo.Tell(-i, TestActor);
            await ExpectMsgAsync(-i, Long);
        }
    }

    [Fact]
    public async Task The_test_actor_is_the_sender_after_an_await_too()
    {
        var echo = ActorOf(Echo.Props);
        echo.Tell("before");
        await ExpectMsgAsync("before", Long);
        await Task.Delay(1);
        await Task.Run(() => { });

        echo.Tell("after");

        await ExpectMsgAsync("after", Long);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("async")]
    public async Task A_wait_ends_the_moment_a_message_comes(string how)
    {
        var start = Now;
        Sys.Scheduler.ScheduleTellOnce(Short, TestActor, "come", ActorRefs.NoSender);

        _ = how == "sync" ? ExpectMsg<string>(Long) : await ExpectMsgAsync<string>(Long);

        Assert.InRange(Now - start, Short - TimeSpan.FromMilliseconds(1), Long / 2);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("async")]
    public async Task A_wait_lasts_as_long_as_it_may_and_no_less(string how)
    {
        var start = Now;

        var heard = how == "sync" ? ReceiveOne(Short) : await ReceiveOneAsync(Short);

        Assert.Null(heard);
        Assert.InRange(Now - start, Short, Long);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("async")]
    public async Task A_wait_can_be_cancelled(string how)
    {
        using var cancellation = new CancellationTokenSource(Short);
        var start = Now;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => _ = how == "sync"
            ? ExpectMsg<string>(Long, cancellationToken: cancellation.Token)
            : await ExpectMsgAsync<string>(Long, cancellationToken: cancellation.Token));

        Assert.True(Now - start < Long / 2);
    }

    [Fact]
    public void Expectations_inside_a_block_share_its_time()
    {
        var start = Now;

        var failure = Assert.ThrowsAny<XunitException>(() => Within(Short, () =>
        {
            TestActor.Tell("first");
            ExpectMsg("first");
            ExpectMsg("second");
        }));

        Assert.StartsWith("Expected \"second\" within ", failure.Message);
        Assert.True(Now - start < TimeSpan.FromSeconds(2));
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void A_block_that_is_too_fast_or_too_slow_is_named()
    {
        var fast = Assert.ThrowsAny<XunitException>(() => Within(Long / 2, Long, () => { }, "patience"));
        var slow = Assert.ThrowsAny<XunitException>(() => Within(Short, () => ReceiveOne(Short * 3)));

        Assert.Matches(@"^The block took .* ms \(patience\); it must take 15 s\.$", fast.Message);
        Assert.Matches(@"^The block took .* ms; it must end within 50 ms\.$", slow.Message);
    }

    [Fact]
    public async Task An_async_block_that_does_not_end_is_named()
    {
        var never = new TaskCompletionSource();

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => WithinAsync(Short, () => never.Task));

        Assert.Equal("The block must end within 50 ms; it still runs.", failure.Message);
    }

    [Fact]
    public void An_expectation_of_silence_may_take_all_of_a_block() => Within(Short, () => ExpectNoMsg());

    [Fact]
    public void A_message_that_ends_a_row_stays()
    {
        foreach (var number in new[] { 2, 4, 5, 6 })
        {
            TestActor.Tell(number);
        }

        var even = ReceiveWhile<object>(Long, message => message is int number && number % 2 == 0 ? message : null);

        Assert.Equal([2, 4], even);
        Assert.Equal(4, LastMessage);
        ExpectMsg(5);
    }

    [Fact]
    public void A_child_fails_by_the_strategy_it_was_given()
    {
        var restarted = ChildActorOf(
            Echo.Props, "restarted", new OneForOneStrategy(_ => Directive.Restart));
        var stopped = ChildActorOf(Echo.Props, "stopped");
        Watch(restarted);
        Watch(stopped);

        EventFilter.Exception<InvalidOperationException>("bad").Expect(2, () =>
        {
            restarted.Tell(new InvalidOperationException("bad"));
            stopped.Tell(new InvalidOperationException("bad"));
        });

        ExpectTerminated(stopped);
        restarted.Tell("still there");
        ExpectMsg("still there");
    }

    [Fact]
    public async Task A_probe_stands_for_its_actor_wherever_a_reference_is_asked_for()
    {
        var probe = CreateTestProbe("named");
        Watch(probe);
        Sys.EventStream.Subscribe(probe, typeof(Ping));
        Sys.EventStream.Publish(new Ping(1));

        probe.ExpectMsg(new Ping(1));
        Assert.True(probe.Ref.Equals(probe));
        Assert.True(probe.Equals(probe.Ref));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());

        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell(message, probe);
            return AutoPilot.KeepRunning;
        }));
        Assert.Equal("asked", await probe.Ask<string>("asked", Long));
        Assert.True(await probe.GracefulStop(Long).ShouldCompleteWithin(Long));
        ExpectTerminated(probe);
    }

    [Fact]
    public void No_message_is_lost_or_overtaken_when_many_threads_tell_at_once()
    {
        const int Senders = 8;
        const int Each = 5_000;

        Parallel.For(0, Senders, sender =>
        {
            for (var i = 0; i < Each; i++)
            {
                TestActor.Tell((sender, i), ActorRefs.NoSender);
            }
        });

        var heard = ReceiveN(Senders * Each, Long).Cast<(int Sender, int Number)>().ToLookup(one => one.Sender);
        Assert.All(heard, row => Assert.Equal(Enumerable.Range(0, Each), row.Select(one => one.Number)));
        Assert.Equal(Senders, heard.Count);
    }

    [Fact]
    public void A_test_without_an_implicit_sender_does_not_inherit_one()
    {
        using var silent = new Silent();

        silent.TestActor.Tell("hello");

        silent.ExpectMsg("hello");
        Assert.Equal(silent.Sys.DeadLetters, silent.LastSender);
    }

    [Fact]
    public void A_latch_says_how_far_it_came()
    {
        var latch = CreateTestLatch(3);
        latch.CountDown();

        var late = Assert.Throws<TimeoutException>(() => latch.Ready(Short));

        Assert.Equal("the latch must open within 50 ms; it was counted down 1 of 3 times", late.Message);
        latch.Open();
        latch.Ready(Short);
    }

    private sealed class Silent : TestKit.Xunit2.TestKit, INoImplicitSender;
}
