using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Starts and registers actors when the host starts.</summary>
public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);
