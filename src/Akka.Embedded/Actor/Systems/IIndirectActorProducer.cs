namespace Akka.Actor;

/// <summary>Makes the instances of an actor where a constructor call will not do.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    /// <summary>A new instance each time.</summary>
    ActorBase Produce();

    void Release(ActorBase actor);
}
