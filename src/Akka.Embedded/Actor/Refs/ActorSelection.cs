namespace Akka.Actor;

/// <summary>Actors by path: none, one or many, as they are found when something is told.</summary>
public sealed class ActorSelection : ICanTell
{
    private readonly SelectionElement[] _elements;

    internal ActorSelection(InternalActorRef anchor, string path)
        : this(anchor, path.Split('/', StringSplitOptions.RemoveEmptyEntries))
    {
    }

    internal ActorSelection(InternalActorRef anchor, IEnumerable<string> elements)
    {
        Anchor = anchor;
        _elements = [.. elements.Where(element => element is not ".").Select(element => new SelectionElement(element))];
    }

    /// <summary>Where the path begins.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The path from the anchor.</summary>
    public string PathString => string.Concat(_elements.Select(element => "/" + element.Text));

    public void Tell(object message, IActorRef? sender = null)
    {
        if (message is null)
        {
            throw new InvalidMessageException("a message must not be null");
        }

        var told = false;
        foreach (var found in Found())
        {
            found.Tell(message, sender ?? ActorCell.GetCurrentSelfOrNoSender());
            told = true;
        }

        if (!told)
        {
            Nowhere().Tell(message, sender ?? ActorCell.GetCurrentSelfOrNoSender());
        }
    }

    /// <exception cref="ActorNotFoundException">In the task: nobody was there, or nobody answered in time.</exception>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    public Task<IActorRef> ResolveOne(CancellationToken ct) => ResolveOne(null, ct);

    public async Task<IActorRef> ResolveOne(TimeSpan? timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException($"no actor at {this}");
        }
        catch (AskTimeoutException late)
        {
            throw new ActorNotFoundException($"no actor at {this} answered within {timeout}", late);
        }
    }

    public override bool Equals(object? obj) =>
        obj is ActorSelection other && Anchor.Equals(other.Anchor) && _elements.AsSpan().SequenceEqual(other._elements);

    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path}), Path({PathString})]";

    private IEnumerable<InternalActorRef> Found()
    {
        IEnumerable<InternalActorRef> here = [InternalActorRef.Of(Anchor)];
        foreach (var element in _elements)
        {
            here = here.SelectMany(element.From).Where(found => found is not Nobody).ToArray();
        }

        return here;
    }

    private DeadLetterRef Nowhere()
    {
        var system = Futures.SystemOf(this);
        var path = _elements.Aggregate(
            Anchor.Path, static (at, element) => element.Text is ".." ? at.Parent : at / element.Text);
        return new DeadLetterRef(system, path);
    }
}
