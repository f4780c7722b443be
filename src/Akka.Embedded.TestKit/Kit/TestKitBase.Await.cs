using Xunit.Sdk;

namespace Akka.TestKit;

/// <content>Waiting for what does not come as a message.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs assertions again and again until they do not throw.</summary>
    /// <param name="interval">The time between two tries; short by default.</param>
    /// <exception cref="XunitException">They threw to the end; the last failure is the inner exception.</exception>
    public void AwaitAssert(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Try(Wait.Blocking, Asserted(assertion), duration, interval, cancellationToken));

    public Task AwaitAssertAsync(
        Action assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Try(Wait.Async, Asserted(assertion), duration, interval, cancellationToken).AsTask();

    public Task AwaitAssertAsync(
        Func<Task> assertion,
        TimeSpan? duration = null,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Try(Wait.Async, () => new ValueTask(assertion()), duration, interval, cancellationToken).AsTask();

    /// <summary>Waits until a condition holds.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <param name="message">Stands in the text of the failure.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string message,
        CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Demand(Wait.Blocking, Asked(conditionIsFulfilled), max, interval, message, cancellationToken));

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, null, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        string message,
        CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        string message,
        CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        Demand(Wait.Async, () => new(conditionIsFulfilled()), max, interval, message, cancellationToken).AsTask();

    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default) =>
        Demand(Wait.Async, Asked(conditionIsFulfilled), max, interval, message, cancellationToken).AsTask();

    /// <returns>False when the condition did not hold in time.</returns>
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Completed.Of(Look(Wait.Blocking, Asked(conditionIsFulfilled), Dilated(max), interval, cancellationToken));

    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Look(Wait.Async, () => new(conditionIsFulfilled()), Dilated(max), interval, cancellationToken).AsTask();

    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled,
        TimeSpan max,
        TimeSpan? interval = null,
        CancellationToken cancellationToken = default) =>
        Look(Wait.Async, Asked(conditionIsFulfilled), Dilated(max), interval, cancellationToken).AsTask();

    private static Func<ValueTask> Asserted(Action assertion) => () =>
    {
        assertion();
        return ValueTask.CompletedTask;
    };

    private static Func<ValueTask<bool>> Asked(Func<bool> condition) => () => new(condition());

    private static async ValueTask<bool> Look(
        Wait wait, Func<ValueTask<bool>> condition, TimeSpan max, TimeSpan? interval, CancellationToken cancellation)
    {
        var deadline = Deadline.After(max);
        while (!await condition().ConfigureAwait(false))
        {
            if (deadline.IsOver)
            {
                return false;
            }

            await Pause.For(wait, Step(deadline, interval), cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private static TimeSpan Step(Deadline deadline, TimeSpan? interval)
    {
        var step = interval ?? LookEvery;
        return deadline.Left < step ? deadline.Left : step;
    }

    private async ValueTask Demand(
        Wait wait,
        Func<ValueTask<bool>> condition,
        TimeSpan? max,
        TimeSpan? interval,
        string? message,
        CancellationToken cancellation)
    {
        var limit = RemainingOrDilated(max);
        if (!await Look(wait, condition, limit, interval, cancellation).ConfigureAwait(false))
        {
            throw Failed($"The condition must hold within {Say.Time(limit)}{Hint(message)}; it never did.\n{Heard()}");
        }
    }

    private async ValueTask Try(
        Wait wait, Func<ValueTask> assertion, TimeSpan? max, TimeSpan? interval, CancellationToken cancellation)
    {
        var limit = RemainingOrDilated(max);
        var deadline = Deadline.After(limit);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await assertion().ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (deadline.IsOver && error is not OperationCanceledException)
            {
                throw new XunitException(
                    $"The assertion must hold within {Say.Time(limit)}; it failed {tries} times"
                    + $" ({Say.Time(deadline.Waited)} waited), the last time so: {error.Message}",
                    error);
            }
            catch (Exception) when (!cancellation.IsCancellationRequested)
            {
                // Tried again until the time is over
            }

            await Pause.For(wait, Step(deadline, interval), cancellation).ConfigureAwait(false);
        }
    }
}
