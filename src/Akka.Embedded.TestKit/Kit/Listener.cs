using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The actor behind a test or probe: puts what it hears where the test looks for it.</summary>
internal sealed class Listener : ActorBase
{
    private readonly Inbox _inbox;
    private readonly StrategyByChild _strategies = new();
    private AutoPilot _pilot = AutoPilot.NoAutoPilot;
    private Func<object, bool>? _ignores;

    public Listener(Inbox inbox) => _inbox = inbox;

    protected override bool Receive(object message)
    {
        if (message is ListenerCommand command)
        {
            Obey(command);
            return true;
        }

        // The pilot goes first, so that what it answers is under way when the test sees the message
        if (_pilot.Run(Sender, message) is not KeepRunning and var next)
        {
            _pilot = next;
        }

        if (_ignores?.Invoke(message) != true)
        {
            _inbox.Add(new RealMessageEnvelope(message, Sender));
        }

        return true;
    }

    protected override SupervisorStrategy SupervisorStrategy() => _strategies;

    private void Obey(ListenerCommand command)
    {
        switch (command)
        {
            case ListenerCommand.SetIgnore ignore:
                _ignores = ignore.Ignores;
                break;
            case ListenerCommand.SetAutoPilot set:
                _pilot = set.Pilot;
                break;
            case ListenerCommand.Watch watch:
                Context.Watch(watch.Actor);
                break;
            case ListenerCommand.Unwatch unwatch:
                Context.Unwatch(unwatch.Actor);
                break;
            case ListenerCommand.Spawn spawn:
                Spawn(spawn);
                break;
        }
    }

    private void Spawn(ListenerCommand.Spawn spawn)
    {
        try
        {
            var child = _strategies.With(spawn.Strategy, () => Context.ActorOf(spawn.Props, spawn.Name));
            spawn.Child.SetResult(child);
        }
        catch (Exception error)
        {
            spawn.Child.SetException(error);
        }
    }
}
