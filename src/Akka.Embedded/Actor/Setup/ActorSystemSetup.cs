using System.Collections.Immutable;

namespace Akka.Actor.Setup;

/// <summary>What a system is started with, by type.</summary>
public sealed class ActorSystemSetup
{
    public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

    private readonly ImmutableDictionary<Type, Setup> _parts;

    private ActorSystemSetup(ImmutableDictionary<Type, Setup> parts) => _parts = parts;

    public static ActorSystemSetup Create(params Setup[] setup) =>
        setup.Aggregate(Empty, (all, part) => all.And(part));

    /// <summary>Null when there is no such part.</summary>
    public T? Get<T>()
        where T : Setup => _parts.TryGetValue(typeof(T), out var part) ? (T)part : null;

    /// <summary>Adds a part, in place of one of the same type.</summary>
    public ActorSystemSetup And<T>(T setup)
        where T : Setup => new(_parts.SetItem(setup.GetType(), setup));
}
