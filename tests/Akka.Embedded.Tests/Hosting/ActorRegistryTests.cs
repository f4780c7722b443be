using Akka.Actor;
using Akka.Support;

namespace Akka.Hosting;

public sealed class ActorRegistryTests : IDisposable
{
    private readonly ActorSystem _system =
        ActorSystem.Create("registry", "akka.loggers = [], akka.stdout-loglevel = OFF");

    private ActorRegistry Registry => ActorRegistry.For(_system);

    public void Dispose() => _system.Dispose();

    [Fact]
    public void An_actor_is_found_by_the_type_it_stands_for()
    {
        var (first, second) = (NewActor(), NewActor());
        Registry.Register<First>(first);
        var key = typeof(Second);
        Assert.True(Registry.TryRegister(key, second));

        Assert.Same(first, Registry.Get<First>());
        Assert.True(Registry.TryGet(key, out var found));
        Assert.Same(second, found);
        Assert.Equal([typeof(First), typeof(Second)], Registry.Select(row => row.Key));
    }

    [Fact]
    public void Nobody_is_replaced_unawares()
    {
        var (first, second) = (NewActor(), NewActor());
        Registry.Register<First>(first);

        Assert.False(Registry.TryRegister<First>(second));
        Assert.Throws<DuplicateActorRegistryException>(() => Registry.Register<First>(second));
        Assert.Same(first, Registry.Get<First>());

        Registry.Register<First>(second, overwrite: true);
        Assert.Same(second, Registry.Get<First>());
    }

    [Fact]
    public void Who_is_missing_is_named_with_those_who_are_there()
    {
        Registry.Register<First>(NewActor());

        var problem = Assert.Throws<MissingActorRegistryEntryException>(() => Registry.Get<Second>());

        Assert.Contains(nameof(Second), problem.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(First), problem.Message, StringComparison.Ordinal);
        Assert.False(Registry.TryGet<Second>(out _));
    }

    [Fact]
    public async Task Who_waits_gets_the_actor_when_it_is_registered()
    {
        var actor = NewActor();
        using var cancelled = new CancellationTokenSource();
        var gone = Registry.GetAsync<First>(cancelled.Token);
        var waits = new RequiredActor<First>(Registry).GetAsync();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.False(waits.IsCompleted);

        Registry.Register<First>(actor);

        Assert.Same(actor, await waits.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Same(actor, await Registry.GetAsync<First>());
        Assert.Same(actor, new RequiredActor<First>(Registry).ActorRef);
    }

    private IActorRef NewActor() => _system.ActorOf(new Inbox().Props);

    private sealed class First;

    private sealed class Second;
}
