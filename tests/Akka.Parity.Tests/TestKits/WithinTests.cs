using Akka.Actor;
using Akka.Parity.Tests.Support;
using Xunit.Sdk;

namespace Akka.Parity.Tests.TestKits;

public sealed class WithinTests : ParityTest
{
    private static readonly TimeSpan Tiny = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(10);

    [Fact]
    public void Within_gives_what_its_block_gives()
    {
        TestActor.Tell("x", ActorRefs.NoSender);

        Assert.Equal("x", Within(Ample, () => ExpectMsg<string>()));
    }

    [Fact]
    public void Within_bounds_the_waiting_inside_of_it()
    {
        var before = Sys.Uptime;

        Assert.ThrowsAny<XunitException>(() => Within(Tiny, () => ExpectMsg<string>()));

        Assert.True(Sys.Uptime - before < TimeSpan.FromSeconds(2), "waited for the default, not for what was left");
    }

    [Fact]
    public void Within_fails_when_its_block_is_too_quick() =>
        Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromSeconds(5), Ample, () => { }));

    [Fact]
    public void Within_tells_what_is_left() => Within(Ample, () =>
    {
        Assert.InRange(Remaining, TimeSpan.FromSeconds(1), Ample);
        Within(TimeSpan.FromSeconds(2), () => Assert.InRange(Remaining, TimeSpan.Zero, TimeSpan.FromSeconds(2)));
    });

    [Fact]
    public void AwaitAssert_tries_until_the_assertion_holds()
    {
        var tries = 0;

        AwaitAssert(() => Assert.True(++tries >= 3), Ample, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, tries);
    }

    [Fact]
    public void AwaitAssert_fails_with_the_last_failure()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => AwaitAssert(() => Assert.Fail("still wrong"), Tiny));

        Assert.Contains("still wrong", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AwaitCondition_looks_until_it_is_so()
    {
        var looks = 0;

        AwaitCondition(() => ++looks >= 3, Ample);

        Assert.True(looks >= 3);
    }

    [Fact]
    public void AwaitCondition_fails_when_it_never_is() =>
        Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Tiny));

    [Fact]
    public async Task The_async_forms_do_the_same()
    {
        var actor = Spawn((_, _) => { });
        TestActor.Tell("first", ActorRefs.NoSender);
        TestActor.Tell(2, ActorRefs.NoSender);
        TestActor.Tell("third", ActorRefs.NoSender);
        TestActor.Tell(4, ActorRefs.NoSender);

        Assert.Equal("first", await ExpectMsgAsync<string>());
        Assert.Equal(2, await ExpectMsgAsync(2));
        Assert.Equal(4, await FishForMessageAsync(message => message is 4));
        await ExpectNoMsgAsync(TimeSpan.FromMilliseconds(10));
        Watch(actor);
        Sys.Stop(actor);
        await ExpectTerminatedAsync(actor);
    }

    [Fact]
    public async Task The_async_form_of_within_bounds_its_block()
    {
        TestActor.Tell("x", ActorRefs.NoSender);

        await WithinAsync(Ample, async () => await ExpectMsgAsync("x"));
        await Assert.ThrowsAnyAsync<XunitException>(
            () => WithinAsync(Tiny, async () => await ExpectMsgAsync<string>()));
    }

    [Fact]
    public async Task The_async_forms_of_waiting_for_something_do_the_same()
    {
        var (tries, looks) = (0, 0);

        await AwaitAssertAsync(() => Assert.True(++tries >= 3), Ample, TimeSpan.FromMilliseconds(1));
        await AwaitConditionAsync(() => Task.FromResult(++looks >= 3), Ample);

        Assert.Equal(3, tries);
        Assert.True(looks >= 3);
    }
}
