using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <content>Creation, failure, restart and end.</content>
internal sealed partial class ActorCell
{
    /// <summary>Why the actor is suspended: it threw itself, or its child did and it did not know what to do.</summary>
    private Exception? _failure;

    /// <summary>The child on whose behalf the actor failed; null for itself.</summary>
    private IActorRef? _perpetrator;

    /// <summary>What happens when the children that are awaited have ended; null when nothing waits for that.</summary>
    private Action? _afterChildren;
    private HashSet<IActorRef>? _awaited;

    /// <summary>Failures of children that could not be passed on because the actor had failed already.</summary>
    private List<SystemMessage.Failed>? _postponed;

    private bool _isTerminating;
    private Stash? _stash;
    private TimerScheduler? _timers;
    private SupervisorStrategy? _strategy;

    private SupervisorStrategy Strategy => _strategy ??= Props.SupervisorStrategy
        ?? _actor?.StrategyOfActor()
        ?? SupervisorStrategy.DefaultStrategy;

    public void InvokeSystem(SystemMessage message)
    {
        try
        {
            switch (message)
            {
                case SystemMessage.Create:
                    Create();
                    break;
                case SystemMessage.Watch watch:
                    AddWatcher(watch);
                    break;
                case SystemMessage.Unwatch unwatch:
                    _watchers?.Remove(unwatch.Watcher);
                    break;
                case SystemMessage.Ended ended:
                    WatchedEnded(ended);
                    break;
                case SystemMessage.Failed failed:
                    DecideOn(failed);
                    break;
                case SystemMessage.Suspend:
                    Mailbox.Suspend();
                    SuspendChildren(except: null);
                    break;
                case SystemMessage.Resume resume:
                    Resume(resume.CausedByFailure);
                    break;
                case SystemMessage.Recreate recreate:
                    Recreate(recreate.Cause);
                    break;
                case SystemMessage.Terminate:
                    Terminate();
                    break;
                case SystemMessage.Throw thrown:
                    Fail(thrown.Failure);
                    break;
                case SystemMessage.RunTask step:
                    RunStep(step);
                    break;
                case SystemMessage.TaskEnded ended:
                    EndTask(ended);
                    break;
            }
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    /// <summary>Suspends the actor and its children and asks the parent what is to be done.</summary>
    private void Fail(Exception failure, IActorRef? perpetrator = null)
    {
        if (_failure is not null || _isTerminating)
        {
            return;
        }

        (_failure, _perpetrator) = (failure, perpetrator);
        Mailbox.Suspend();
        SuspendChildren(except: perpetrator);
        _self.Parent.SendSystem(new SystemMessage.Failed(_self, failure));
    }

    private void Create()
    {
        try
        {
            MakeActor();
            _actor!.AroundPreStart();
        }
        catch (Exception failure)
        {
            _actor = null;
            throw failure as ActorInitializationException
                ?? new ActorInitializationException(Self, "exception during creation", failure);
        }

        if (HasReceiveTimeout)
        {
            RestartReceiveTimeout(message: null);
        }
    }

    private void MakeActor()
    {
        (_behaviour, _behavioursBelow) = (Nothing, null);
        IsCreating = true;
        try
        {
            _actor = Props.NewActor();
        }
        finally
        {
            IsCreating = false;
        }

        _actor.Constructed();
        Equip(_actor);
    }

    /// <summary>Gives the instance what the interfaces that it implements promise.</summary>
    private void Equip(ActorBase actor)
    {
        if (actor is IWithStash stasher)
        {
            stasher.Stash = _stash = new Stash(this, actor is IWithBoundedStash);
        }

        if (actor is IWithTimers timed)
        {
            timed.Timers = _timers = new TimerScheduler(this);
        }
    }

    /// <summary>A child failed: the strategy decides, or the failure becomes one of this actor's.</summary>
    private void DecideOn(SystemMessage.Failed failed)
    {
        if (_children.Get(failed.Child) is not { } stats)
        {
            return;
        }

        var (message, sender) = (CurrentMessage, _sender);
        (CurrentMessage, _sender) = (failed, failed.Child);
        try
        {
            if (!Strategy.HandleFailure(this, stats, failed.Cause, _children.Snapshot()))
            {
                PassOn(failed, failed.Cause);
            }
        }
        catch (Exception failure)
        {
            PassOn(failed, failure);
        }
        finally
        {
            (CurrentMessage, _sender) = (message, sender);
        }
    }

    private void PassOn(SystemMessage.Failed failed, Exception failure)
    {
        if (_failure is null)
        {
            Fail(failure, perpetrator: failed.Child);
        }
        else
        {
            (_postponed ??= []).Add(failed);
        }
    }

    private void DecideOnPostponed()
    {
        var postponed = _postponed ?? [];
        _postponed = null;
        foreach (var failed in postponed)
        {
            DecideOn(failed);
        }
    }

    private void Resume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            CreateAgain();
            return;
        }

        var perpetrator = _perpetrator;
        Mailbox.Resume();
        if (causedByFailure is not null)
        {
            Forgive();
        }

        ResumeChildren(causedByFailure, perpetrator);
        DecideOnPostponed();
    }

    private void Forgive()
    {
        (_failure, _perpetrator) = (null, null);
        if (_work is null)
        {
            (CurrentMessage, _sender) = (null, null);
        }
    }

    private void Recreate(Exception? cause)
    {
        if (_actor is not { } failed)
        {
            CreateAgain();
            return;
        }

        if (_afterChildren is not null)
        {
            // A restart or the end waits for children already; the suspension that came with this one is taken back
            Mailbox.Resume();
            return;
        }

        BeforeRestart(failed, cause);
        WhenChildrenEnded(close: false, () => FinishRecreate(failed, cause));
    }

    private void BeforeRestart(ActorBase failed, Exception? cause)
    {
        var message = CurrentMessage is SystemMessage ? null : CurrentMessage;
        try
        {
            failed.AroundPreRestart(cause!, message!);
        }
        catch (Exception failure)
        {
            Publish(new PreRestartException(Self, failure, cause, message));
        }

        DropIncarnation();
    }

    private void FinishRecreate(ActorBase failed, Exception? cause)
    {
        var survivors = _children.Snapshot();
        try
        {
            Mailbox.Resume();
            Forgive();
            (CurrentMessage, _sender) = (null, null);
            MakeActor();
            if (ReferenceEquals(_actor, failed))
            {
                throw new IllegalActorStateException("props gave the failed instance again");
            }

            _actor!.AroundPostRestart(cause!, null!);
            foreach (var stats in survivors)
            {
                stats.Child.Restart(cause);
            }

            DecideOnPostponed();
        }
        catch (Exception failure)
        {
            _actor = null;
            Fail(new PostRestartException(Self, failure, cause));
        }
    }

    /// <summary>There is no instance: what was created half is cleared away, then it is tried anew.</summary>
    private void CreateAgain()
    {
        StopChildren();
        WhenChildrenEnded(close: false, () =>
        {
            Mailbox.Resume();
            Forgive();
            Create();
        });
    }

    private void Terminate()
    {
        SetReceiveTimeout(null);
        CancelReceiveTimeout();
        var wasTerminating = _isTerminating;
        _isTerminating = true;
        StopChildren();
        if (!wasTerminating)
        {
            Mailbox.Suspend();
            WhenChildrenEnded(close: true, FinishTerminate);
        }
    }

    private void StopChildren()
    {
        foreach (var stats in _children.Snapshot())
        {
            stats.Child.Stop();
        }
    }

    /// <summary>
    /// The end waits for all children, a restart for those that were told to stop: the others live on.
    /// </summary>
    private void WhenChildrenEnded(bool close, Action then)
    {
        if (close)
        {
            _children.Close();
        }
        else
        {
            _awaited = [.. _children.Snapshot().Where(stats => stats.Child.IsStopping).Select(stats => stats.Child)];
        }

        _afterChildren = then;
        GoOnWithoutChildren();
    }

    private void GoOnWithoutChildren()
    {
        if (_afterChildren is { } then && (_isTerminating ? _children.IsEmpty : _awaited!.Count == 0))
        {
            (_afterChildren, _awaited) = (null, null);
            then();
        }
    }

    private void ChildEnded(IActorRef child)
    {
        _awaited?.Remove(child);
        GoOnWithoutChildren();
    }

    private void FinishTerminate()
    {
        var actor = _actor;
        try
        {
            (CurrentMessage, _sender) = (null, null);
            actor?.AroundPostStop();
        }
        catch (Exception failure)
        {
            Publish(failure);
        }

        DropIncarnation();
        Mailbox.Close();
        Dispatcher.Detach(this);
        _self.Parent.SendSystem(new SystemMessage.Ended(_self, existenceConfirmed: true));
        TellWatchers();
        UnwatchAll();
        _actor = null;
    }

    /// <summary>What belonged to the instance that is given up.</summary>
    private void DropIncarnation()
    {
        _stash?.UnstashAll();
        _timers?.CancelAll();
        SetReceiveTimeout(null);
        CancelReceiveTimeout();
        _strategy = null;
    }

    private void Publish(Exception failure) => System.EventStream.Publish(
        new Error(failure, Self.Path.ToString(), _actor?.GetType() ?? Props.Type, failure.Message));
}
