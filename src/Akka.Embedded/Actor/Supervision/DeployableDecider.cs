namespace Akka.Actor;

/// <summary>A decider that is a table.</summary>
public sealed class DeployableDecider : IDecider
{
    private readonly KeyValuePair<Type, Directive>[] _pairs;

    internal DeployableDecider(Directive defaultDirective, KeyValuePair<Type, Directive>[] pairs) =>
        (DefaultDirective, _pairs) = (defaultDirective, [.. pairs]);

    public Directive DefaultDirective { get; }

    public KeyValuePair<Type, Directive>[] Pairs => [.. _pairs];

    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in _pairs)
        {
            if (type.IsInstanceOfType(cause))
            {
                return directive;
            }
        }

        return DefaultDirective;
    }
}
