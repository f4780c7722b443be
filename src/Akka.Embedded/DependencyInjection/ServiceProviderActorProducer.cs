using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Makes actors with services of the container as arguments.</summary>
internal sealed class ServiceProviderActorProducer(IServiceProvider services, Type type, object[] arguments)
    : IIndirectActorProducer
{
    public Type ActorType => type;

    public ActorBase Produce() => (ActorBase)ActivatorUtilities.CreateInstance(services, type, arguments);

    public void Release(ActorBase actor)
    {
    }
}
