namespace Akka.DependencyInjection;

/// <summary>A resolver with a scope of its own.</summary>
public interface IResolverScope : IDisposable
{
    IDependencyResolver Resolver { get; }
}
