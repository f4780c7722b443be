namespace Akka.Simulation;

/// <summary>Why a simulation ended.</summary>
public enum SimulationEnding
{
    /// <summary>Nothing was left to do, and no timer was set.</summary>
    Quiescent,

    /// <summary>The virtual deadline was reached.</summary>
    Deadline,

    /// <summary>The script called <see cref="Simulation.Stop"/>.</summary>
    Stopped,
}
