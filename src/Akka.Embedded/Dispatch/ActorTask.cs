using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>One asynchronous handler under way: what it awaits goes on as a system message of its actor.</summary>
internal sealed class ActorTask(ActorCell cell, object? message, IActorRef? sender) : TaskScheduler
{
    public object? Message { get; } = message;

    public IActorRef? Sender { get; } = sender;

    public override int MaximumConcurrencyLevel => 1;

    public static Exception? FailureOf(Task task) => task switch
    {
        { Exception: { InnerExceptions: [var only] } } => only,
        { Exception: { } all } => all,
        { IsCanceled: true } => new TaskCanceledException(task),
        _ => null,
    };

    /// <summary>Runs the handler up to its first await, here and now.</summary>
    public Task Start(Func<Task> handler)
    {
        var first = new Task<Task>(handler, CancellationToken.None, TaskCreationOptions.None);
        first.RunSynchronously(this);
        return first.Unwrap();
    }

    public void Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) =>
        ((InternalActorRef)cell.Self).SendSystem(new SystemMessage.RunTask(this, task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(ActorCell.Current, cell) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
