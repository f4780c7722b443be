using Akka.Actor;

namespace Akka.Simulation;

internal sealed class Mute : UntypedActor
{
    protected override void OnReceive(object message)
    {
    }
}

internal sealed class Restless : UntypedActor
{
    protected override void OnReceive(object message) => Self.Tell(message);
}

internal sealed class Heart(TimeSpan interval) : UntypedActor, IWithTimers
{
    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Timers.StartPeriodicTimer("beat", "beat", interval);

    protected override void OnReceive(object message)
    {
    }
}

internal sealed class Talker(IActorRef listener, string name) : UntypedActor
{
    protected override void PreStart() => Self.Tell(0);

    protected override void OnReceive(object message)
    {
        listener.Tell($"{name}{message}");
        if (message is < 3)
        {
            Self.Tell((int)message + 1);
        }
    }
}

/// <summary>Remembers what it hears and tells it once there is enough.</summary>
internal sealed class Listener(string separator = "") : UntypedActor
{
    private readonly List<string> _heard = [];
    private (IActorRef Asker, int Count)? _asked;

    public static object After(int count) => new Question(count);

    protected override void OnReceive(object message)
    {
        if (message is Question question)
        {
            _asked = (Sender, question.Count);
        }
        else
        {
            _heard.Add((string)message);
        }

        if (_asked is { } asked && _heard.Count >= asked.Count)
        {
            asked.Asker.Tell(string.Join(separator, _heard));
            _asked = null;
        }
    }

    private sealed record Question(int Count);
}
