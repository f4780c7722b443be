namespace Akka.Simulation;

/// <summary>What an actor throws that a simulation crashes.</summary>
public sealed class SimulatedCrashException : Exception
{
    internal SimulatedCrashException()
        : base("the simulation crashed the actor")
    {
    }
}
