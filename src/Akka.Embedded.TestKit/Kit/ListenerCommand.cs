using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a test tells its test actor to do.</summary>
internal abstract class ListenerCommand : INoSerializationVerificationNeeded
{
    public sealed class SetIgnore(Func<object, bool>? ignores) : ListenerCommand
    {
        public Func<object, bool>? Ignores { get; } = ignores;
    }

    public sealed class SetAutoPilot(AutoPilot pilot) : ListenerCommand
    {
        public AutoPilot Pilot { get; } = pilot;
    }

    public sealed class Watch(IActorRef actor) : ListenerCommand
    {
        public IActorRef Actor { get; } = actor;
    }

    public sealed class Unwatch(IActorRef actor) : ListenerCommand
    {
        public IActorRef Actor { get; } = actor;
    }

    public sealed class Spawn(Props props, string? name, SupervisorStrategy strategy) : ListenerCommand
    {
        public Props Props { get; } = props;

        public string? Name { get; } = name;

        public SupervisorStrategy Strategy { get; } = strategy;

        public TaskCompletionSource<IActorRef> Child { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
