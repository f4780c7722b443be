using Akka.Actor;

namespace Akka.Hosting;

/// <summary>What is done when all actors have been started.</summary>
public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);
