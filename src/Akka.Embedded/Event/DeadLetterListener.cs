using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs as many dead letters as <c>akka.log-dead-letters</c> says, and then is quiet for a while.</summary>
internal sealed class DeadLetterListener : ActorBase, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly int _limit = Context.System.Settings.LogDeadLetters;
    private readonly bool _logsAtEnd;
    private readonly TimeSpan _pause;
    private readonly ExtendedActorSystem _system = (ExtendedActorSystem)Context.System;
    private int _count;
    private long _unseen;

    public DeadLetterListener()
    {
        var config = Context.System.Settings.Config;
        _logsAtEnd = config.GetBoolean("akka.log-dead-letters-during-shutdown", false);
        _pause = config.GetTimeSpan("akka.log-dead-letters-suspend-duration", TimeSpan.FromMinutes(5));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>Gets a value indicating whether the pause ends.</summary>
    private bool IsLifted => _pause > TimeSpan.Zero;

    private bool IsEnding => _system.Guardian is LocalActorRef { IsStopping: true };

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case DeadLetter letter:
                Hear(letter);
                return true;
            case PauseEnded:
                Resume();
                return true;
            default:
                return false;
        }
    }

    private void Hear(DeadLetter letter)
    {
        if (!_logsAtEnd && IsEnding)
        {
            return;
        }

        if (_count == _limit)
        {
            _unseen++;
            return;
        }

        _count++;
        _log.Info(
            "{0} from {1} to {2} reached nobody: dead letter {3}{4}",
            letter.Message.GetType(),
            letter.Sender,
            letter.Recipient,
            _count,
            _count < _limit ? "" : $"; no more are logged{(IsLifted ? $" for {_pause}" : "")} (akka.log-dead-letters)");
        if (_count == _limit && IsLifted)
        {
            Timers.StartSingleTimer(PauseEnded.Instance, PauseEnded.Instance, _pause);
        }
    }

    private void Resume()
    {
        _log.Info("{0} dead letters were not logged in the last {1}; logging resumes", _unseen, _pause);
        (_count, _unseen) = (0, 0);
    }

    private sealed class PauseEnded
    {
        public static readonly PauseEnded Instance = new();
    }
}
