namespace Akka.Actor;

/// <summary>A decider that is a function.</summary>
public sealed class LocalOnlyDecider : IDecider
{
    private readonly Func<Exception, Directive> _decide;

    internal LocalOnlyDecider(Func<Exception, Directive> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        _decide = decide;
    }

    public Directive Decide(Exception cause) => _decide(cause);
}
