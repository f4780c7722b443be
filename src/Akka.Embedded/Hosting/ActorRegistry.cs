using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Actors of a system by the type that stands for them, in the order in which they were registered.</summary>
public sealed class ActorRegistry : IActorRegistry, IExtension
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<Type, IActorRef> _actors = [];
    private readonly Dictionary<Type, TaskCompletionSource<IActorRef>> _awaited = [];

    public static ActorRegistry For(ActorSystem actorSystem)
    {
        ArgumentNullException.ThrowIfNull(actorSystem);
        return ActorRegistryExtension.Instance.Get(actorSystem);
    }

    public void Register<TKey>(IActorRef actor, bool overwrite = false)
    {
        if (!TryRegister<TKey>(actor, overwrite))
        {
            throw new DuplicateActorRegistryException(
                $"{typeof(TKey)} stands for {Get<TKey>()} already; register {actor} under another type or overwrite");
        }
    }

    public bool TryRegister<TKey>(IActorRef actor, bool overwrite = false) =>
        TryRegister(typeof(TKey), actor, overwrite);

    public bool TryRegister(Type key, IActorRef actor, bool overwrite = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(actor);
        TaskCompletionSource<IActorRef>? awaited;
        lock (_lock)
        {
            if (!overwrite && _actors.ContainsKey(key))
            {
                return false;
            }

            _actors[key] = actor;
            _awaited.Remove(key, out awaited);
        }

        awaited?.SetResult(actor);
        return true;
    }

    public bool TryGet<TKey>([NotNullWhen(true)] out IActorRef? actor) => TryGet(typeof(TKey), out actor);

    public bool TryGet(Type key, [NotNullWhen(true)] out IActorRef? actor)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            return _actors.TryGetValue(key, out actor);
        }
    }

    public IActorRef Get<TKey>() => TryGet<TKey>(out var actor)
        ? actor
        : throw new MissingActorRegistryEntryException(
            $"nobody is registered under {typeof(TKey)}; there is: {string.Join(", ", Keys())}");

    public Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default)
    {
        Task<IActorRef> task;
        lock (_lock)
        {
            if (_actors.TryGetValue(typeof(TKey), out var actor))
            {
                return Task.FromResult(actor);
            }

            if (!_awaited.TryGetValue(typeof(TKey), out var awaited))
            {
                _awaited[typeof(TKey)] = awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            task = awaited.Task;
        }

        return task.WaitAsync(ct);
    }

    public IEnumerator<KeyValuePair<Type, IActorRef>> GetEnumerator()
    {
        lock (_lock)
        {
            return _actors.ToList().GetEnumerator();
        }
    }

    private Type[] Keys() => [.. this.Select(row => row.Key)];

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
