using System.Runtime.ExceptionServices;
using Akka.Dispatch;

namespace Akka.Actor;

/// <content>Asynchronous handlers.</content>
internal sealed partial class ActorCell
{
    private ActorTask? _work;

    /// <summary>Runs a handler; while it awaits, the actor hears system messages only.</summary>
    public void RunTask(Func<Task> handler)
    {
        var work = new ActorTask(this, CurrentMessage, _sender);
        var task = work.Start(handler);
        if (task.IsCompleted)
        {
            if (task.IsFaulted || task.IsCanceled)
            {
                ExceptionDispatchInfo.Throw(ActorTask.FailureOf(task)!);
            }

            return;
        }

        _work = work;
        Mailbox.Suspend();
        _ = task.ContinueWith(
            (ended, _) => _self.SendSystem(new SystemMessage.TaskEnded(work, ActorTask.FailureOf(ended))),
            null,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private void RunStep(SystemMessage.RunTask step)
    {
        var (message, sender) = (CurrentMessage, _sender);
        (CurrentMessage, _sender) = (step.Work.Message, step.Work.Sender);
        try
        {
            step.Work.Execute(step.Task);
        }
        finally
        {
            (CurrentMessage, _sender) = (message, sender);
        }
    }

    private void EndTask(SystemMessage.TaskEnded ended)
    {
        if (ReferenceEquals(_work, ended.Work))
        {
            _work = null;
        }

        Mailbox.Resume();
        if (ended.Failure is { } failure)
        {
            (CurrentMessage, _sender) = (ended.Work.Message, ended.Work.Sender);
            Fail(failure);
        }
        else if (_failure is null)
        {
            (CurrentMessage, _sender) = (null, null);
        }
    }
}
