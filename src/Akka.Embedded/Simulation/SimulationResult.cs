namespace Akka.Simulation;

/// <summary>What came of a simulation.</summary>
/// <param name="Seed">Runs it again.</param>
/// <param name="Ending">Why it ended.</param>
/// <param name="Steps">Messages, timers and continuations that ran.</param>
/// <param name="Elapsed">Virtual time.</param>
/// <param name="Faults">Faults that were injected.</param>
/// <param name="Digest">SHA-256 of the whole trace in hex: the same seed gives the same in every process.</param>
public sealed record SimulationResult(
    long Seed, SimulationEnding Ending, long Steps, TimeSpan Elapsed, int Faults, string Digest);
