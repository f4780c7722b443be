using Akka.Dispatch;

namespace Akka.Simulation;

/// <summary>Hands everything to the simulation; an actor processes one message a turn.</summary>
internal sealed class SimulatedDispatcher(string id, SimulatedMachine machine) : MessageDispatcher(id, throughput: 1)
{
    public override void Schedule(Action run) => machine.Later(run);

    internal override void Schedule(Mailbox mailbox) => machine.Schedule(mailbox);
}
