using Akka.Dispatch;
using Akka.Event;
using Akka.Simulation;

namespace Akka.Actor;

/// <summary>An actor as the runtime sees it: its instance, its mailbox, its place in the tree.</summary>
internal sealed partial class ActorCell : IUntypedActorContext
{
    [ThreadStatic]
    private static ActorCell? _current;

    private readonly LocalActorRef _self;
    private Receive _behaviour = Nothing;
    private Stack<Receive>? _behavioursBelow;
    private ActorBase? _actor;
    private IActorRef? _sender;

    public ActorCell(
        ActorSystemImpl system, LocalActorRef self, Props props, MessageDispatcher dispatcher, MailboxType mailbox)
    {
        (System, _self, Props, Dispatcher) = (system, self, props, dispatcher);
        MailboxType = mailbox;
        Mailbox = new Mailbox(this, dispatcher, system.QueueFor(self, mailbox));
    }

    /// <summary>Gets or sets the cell whose code runs on this thread.</summary>
    public static ActorCell? Current
    {
        get => _current;
        set => _current = value;
    }

    public ActorSystemImpl System { get; }

    public IActorRef Self => _self;

    public Props Props { get; }

    public MessageDispatcher Dispatcher { get; }

    public MailboxType MailboxType { get; }

    public Mailbox Mailbox { get; }

    public int StashCapacity => MailboxType.StashCapacity;

    public object? CurrentMessage { get; private set; }

    /// <summary>Gets how many messages were delivered; tells one delivery of a message from another.</summary>
    public long Deliveries { get; private set; }

    public ActorBase? Actor => _actor;

    public IActorRef Sender => _sender ?? System.DeadLetters;

    public IActorRef? SenderOrNull => _sender;

    public IActorRef Parent => _self.Parent;

    /// <summary>Gets a value indicating whether the constructor of the actor runs now.</summary>
    public bool IsCreating { get; private set; }

    ActorSystem IActorContext.System => System;

    public static ActorCell? Enter(ActorCell cell)
    {
        var before = _current;
        _current = cell;
        return before;
    }

    public static void Leave(ActorCell? before) => _current = before;

    public static IActorRef? GetCurrentSelfOrNoSender() => _current?._self;

    public void Invoke(in Envelope envelope)
    {
        Deliveries++;
        (CurrentMessage, _sender) = (envelope.Message, envelope.Sender);
        try
        {
            if (envelope.Message is IAutoReceivedMessage)
            {
                AutoReceive(envelope.Message);
            }
            else
            {
                ReceiveMessage(envelope.Message);
            }

            if (_failure is null && _work is null)
            {
                (CurrentMessage, _sender) = (null, null);
            }
        }
        catch (Exception failure)
        {
            Fail(failure);
        }

        if (HasReceiveTimeout)
        {
            RestartReceiveTimeout(envelope.Message);
        }
    }

    public void Become(Receive receive) => _behaviour = receive;

    public void BecomeStacked(Receive receive)
    {
        (_behavioursBelow ??= []).Push(_behaviour);
        _behaviour = receive;
    }

    public void UnbecomeStacked()
    {
        if (_behavioursBelow is { Count: > 0 } below)
        {
            _behaviour = below.Pop();
        }
    }

    public void Become(UntypedReceive receive) => Become(Typed(receive));

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(Typed(receive));

    public ActorSelection ActorSelection(ActorPath actorPath) => System.ActorSelection(actorPath);

    public ActorSelection ActorSelection(string actorPath)
    {
        var isAbsolute = actorPath.StartsWith('/') || actorPath.Contains("://", StringComparison.Ordinal);
        return isAbsolute ? System.ActorSelection(actorPath) : new ActorSelection(_self, actorPath);
    }

    public void Stop(IActorRef child) => InternalActorRef.Of(child).Stop();

    /// <summary>Lets the behaviour have a message.</summary>
    public void ReceiveMessage(object message)
    {
        if (_actor is { } actor)
        {
            actor.Hear(_behaviour, message);
        }
    }

    public void PublishUnhandled(object message)
    {
        if (message is Terminated terminated)
        {
            throw new DeathPactException(terminated.ActorRef);
        }

        System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <summary>Puts a message that was put aside before all that waits.</summary>
    public void Unstash(in Envelope envelope) => Mailbox.Prepend(envelope);

    public Envelope CurrentEnvelope() => new(
        CurrentMessage ?? throw new IllegalActorStateException("there is no current message"), _sender);

    private static bool Nothing(object message) => false;

    private static Receive Typed(UntypedReceive receive) => message =>
    {
        receive(message);
        return true;
    };

    private void AutoReceive(object message)
    {
        switch (message)
        {
            case TimerMessage timer:
                if (_timers is { } timers && timers.Take(timer) is { } due)
                {
                    CurrentMessage = due;
                    Redirect(due);
                }

                break;
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                break;
            case PoisonPill:
                _self.Stop();
                break;
            case Crash crash:
                CurrentMessage = crash.Original;
                if (crash.After)
                {
                    Redirect(crash.Original);
                }

                throw new SimulatedCrashException();
            case Kill:
                throw new ActorKilledException("Kill");
            default:
                ReceiveMessage(message);
                break;
        }
    }

    private void Redirect(object message)
    {
        if (message is IAutoReceivedMessage)
        {
            AutoReceive(message);
        }
        else
        {
            ReceiveMessage(message);
        }
    }
}
