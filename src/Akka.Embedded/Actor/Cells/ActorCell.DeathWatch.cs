using Akka.Dispatch;

namespace Akka.Actor;

/// <content>Who is watched, and who watches.</content>
internal sealed partial class ActorCell
{
    /// <summary>Watched actors with the message that tells of their end; null for <see cref="Terminated"/>.</summary>
    private Dictionary<IActorRef, object?>? _watched;

    /// <summary>Ended actors of which the message is in the mailbox.</summary>
    private Dictionary<IActorRef, object?>? _ended;

    private HashSet<InternalActorRef>? _watchers;

    public IActorRef Watch(IActorRef subject) => WatchBy(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WatchBy(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        _ended?.Remove(subject);
        if (!subject.Equals(Self) && _watched?.Remove(subject) == true)
        {
            InternalActorRef.Of(subject).SendSystem(new SystemMessage.Unwatch(subject, _self));
        }

        return subject;
    }

    /// <summary>What a system message is answered with when there is no actor any more.</summary>
    public void AnswerForTheDead(SystemMessage message)
    {
        switch (message)
        {
            case SystemMessage.Watch watch:
                watch.Watcher.SendSystem(new SystemMessage.Ended(_self, existenceConfirmed: false));
                break;
            case SystemMessage.RunTask step:
                Dispatcher.Schedule(() => step.Work.Execute(step.Task));
                break;
        }
    }

    private IActorRef WatchBy(IActorRef subject, object? message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Equals(Self))
        {
            return subject;
        }

        if (_watched is null || !_watched.TryGetValue(subject, out var before))
        {
            (_watched ??= new(1)).Add(subject, message);
            InternalActorRef.Of(subject).SendSystem(new SystemMessage.Watch(subject, _self));
        }
        else if (!Equals(before, message))
        {
            throw new InvalidOperationException(
                $"{Self} watches {subject} with {before ?? "Terminated"}; "
                + $"unwatch it before it is watched with {message ?? "Terminated"}");
        }

        return subject;
    }

    private void AddWatcher(SystemMessage.Watch watch)
    {
        if (!watch.Watcher.Equals(Self))
        {
            (_watchers ??= new(1)).Add(watch.Watcher);
        }
    }

    private void ReceiveTerminated(Terminated terminated)
    {
        if (_ended is not null && _ended.Remove(terminated.ActorRef, out var message))
        {
            if (message is not null)
            {
                CurrentMessage = message;
            }

            ReceiveMessage(message ?? terminated);
        }
    }

    private void WatchedEnded(SystemMessage.Ended ended)
    {
        if (_watched is not null && _watched.Remove(ended.Actor, out var message) && !_isTerminating)
        {
            (_ended ??= [])[ended.Actor] = message;
            _self.Tell(new Terminated(ended.Actor, ended.ExistenceConfirmed, addressTerminated: false), ended.Actor);
        }

        if (_children.Remove(ended.Actor))
        {
            ChildEnded(ended.Actor);
        }
    }

    private void TellWatchers()
    {
        foreach (var watcher in _watchers ?? [])
        {
            watcher.SendSystem(new SystemMessage.Ended(_self, existenceConfirmed: true));
        }

        _watchers = null;
    }

    private void UnwatchAll()
    {
        foreach (var subject in _watched?.Keys.ToArray() ?? [])
        {
            InternalActorRef.Of(subject).SendSystem(new SystemMessage.Unwatch(subject, _self));
        }

        (_watched, _ended) = (null, null);
    }
}
