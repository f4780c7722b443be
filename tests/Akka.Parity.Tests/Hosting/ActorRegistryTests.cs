using Akka.Actor;
using Akka.Hosting;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Hosting;

public sealed class ActorRegistryTests : ParityTest
{
    private readonly IActorRef _one;
    private readonly IActorRef _other;

    public ActorRegistryTests() => (_one, _other) = (Spawn((_, _) => { }), Spawn((_, _) => { }));

    private ActorRegistry Registry => ActorRegistry.For(Sys);

    [Fact]
    public void An_actor_is_found_by_the_key_it_was_registered_with()
    {
        Registry.Register<Key>(_one);

        Assert.Equal(_one, Registry.Get<Key>());
        Assert.True(Registry.TryGet<Key>(out var found));
        Assert.Equal(_one, found);
    }

    [Fact]
    public void A_key_nobody_registered_is_missing_and_named()
    {
        var failure = Assert.Throws<MissingActorRegistryEntryException>(() => Registry.Get<Key>());

        Assert.Contains(nameof(Key), failure.Message, StringComparison.Ordinal);
        Assert.False(Registry.TryGet<Key>(out _));
    }

    [Fact]
    public void A_key_cannot_be_registered_twice()
    {
        Registry.Register<Key>(_one);

        Assert.Throws<DuplicateActorRegistryException>(() => Registry.Register<Key>(_other));
        Assert.False(Registry.TryRegister<Key>(_other));
        Assert.Equal(_one, Registry.Get<Key>());
    }

    [Fact]
    public void A_key_can_be_overwritten_when_that_is_said()
    {
        Registry.Register<Key>(_one);

        Registry.Register<Key>(_other, overwrite: true);

        Assert.Equal(_other, Registry.Get<Key>());
    }

    [Fact]
    public async Task An_actor_can_be_waited_for()
    {
        var waiting = Registry.GetAsync<Key>(CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        Registry.Register<Key>(_one, overwrite: true);

        Assert.Equal(_one, await waiting.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Nothing_cannot_be_registered() =>
        Assert.Throws<ArgumentNullException>(() => Registry.Register<Key>(null!));

    private sealed class Key;
}
