namespace Akka.Simulation;

/// <summary>Brings what the script awaits back to the thread of the simulation.</summary>
internal sealed class SimulatedContext(SimulatedMachine machine) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => machine.Later(() => Run(() => d(state)));

    public override void Send(SendOrPostCallback d, object? state) => Run(() => d(state));

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs a part of the script: only there is the context the current one.</summary>
    public void Run(Action part)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            part();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
