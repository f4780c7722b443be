using System.Diagnostics;

namespace Akka.TestKit;

/// <content>Time limits.</content>
public abstract partial class TestKitBase
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private TimeSpan? _end;
    private bool _lastWasNoMsg;

    /// <summary>Gets the time on a clock that never goes back; its zero is arbitrary.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>Gets what is left of the innermost block of <c>Within</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none around.</exception>
    public TimeSpan Remaining => _end is { } end
        ? Left(end)
        : throw new InvalidOperationException("Remaining has a meaning only inside Within");

    /// <summary>Gets how long an expectation without a limit of its own waits.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>Gets how long the absence of messages is watched where no other time is given.</summary>
    public TimeSpan NoMessageRemainingOrDefault => RemainingOr(Dilated(TestKitSettings.ExpectNoMessageDefault));

    /// <summary>Multiplies a time by <c>akka.test.timefactor</c>.</summary>
    public TimeSpan Dilated(TimeSpan duration) => duration < TimeSpan.Zero || TestKitSettings.TestTimeFactor == 1.0
        ? duration
        : duration * TestKitSettings.TestTimeFactor;

    /// <summary>The given time or <c>akka.test.default-timeout</c>, dilated.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => Dilated(timeout ?? TestKitSettings.DefaultTimeout);

    /// <summary>The given time, dilated, or <see cref="RemainingOrDefault"/>.</summary>
    /// <exception cref="ArgumentException">The time is negative; an expectation must end.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) => duration switch
    {
        null => RemainingOrDefault,
        { } time when time < TimeSpan.Zero =>
            throw new ArgumentException($"an expectation cannot wait for {time}; give a time of 0 or more"),
        { } time => Dilated(time),
    };

    /// <summary>Runs code that must end, and whose expectations must be met, in time.</summary>
    /// <param name="epsilonValue">How much later it may end.</param>
    public void Within(
        TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <param name="min">The code must not end before.</param>
    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        Within(min, max, () => Done(action), hint, epsilonValue, cancellationToken);

    public T Within<T>(
        TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var block = Enter(min, max, hint, epsilonValue);
        T result;
        try
        {
            result = function();
        }
        finally
        {
            _end = block.OuterEnd;
        }

        Leave(block);
        return result;
    }

    public Task WithinAsync(
        TimeSpan max,
        Func<Task> actionAsync,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    public Task WithinAsync(
        TimeSpan min,
        TimeSpan max,
        Func<Task> actionAsync,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(min, max, () => Done(actionAsync), hint, epsilonValue, cancellationToken);

    public Task<T> WithinAsync<T>(
        TimeSpan max,
        Func<Task<T>> function,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    public async Task<T> WithinAsync<T>(
        TimeSpan min,
        TimeSpan max,
        Func<Task<T>> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        var block = Enter(min, max, hint, epsilonValue);
        T result;
        try
        {
            // An expectation inside that fails at the limit has more to tell, hence the grace
            var patience = block.Limit + block.Epsilon + Grace;
            var running = function();
            if (!await EndsWithin(running, patience, cancellationToken).ConfigureAwait(false))
            {
                throw Failed($"The block{Hint(hint)} must end within {Say.Time(block.Limit)}; it still runs.");
            }

            result = await running.ConfigureAwait(false);
        }
        finally
        {
            _end = block.OuterEnd;
        }

        Leave(block);
        return result;
    }

    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? Left(end) : duration;

    private static async Task<bool> EndsWithin(Task task, TimeSpan time, CancellationToken cancellation)
    {
        await task.WaitAsync(time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }

    private static TimeSpan Left(TimeSpan end)
    {
        var left = end - Now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static bool Done(Action action)
    {
        action();
        return true;
    }

    private static async Task<bool> Done(Func<Task> action)
    {
        await action().ConfigureAwait(false);
        return true;
    }

    private Block Enter(TimeSpan min, TimeSpan max, string? hint, TimeSpan? epsilon)
    {
        var start = Now;
        var limit = Dilated(max);
        if (_end is { } end && Left(end) < limit)
        {
            limit = Left(end);
        }

        if (min > limit)
        {
            throw Failed($"The block must take {Say.Time(min)}{Hint(hint)}, but only {Say.Time(limit)} are left.");
        }

        var block = new Block(start, Dilated(min), limit, epsilon ?? TimeSpan.Zero, _end, hint);
        _end = start + limit;
        _lastWasNoMsg = false;
        return block;
    }

    private void Leave(Block block)
    {
        var took = Now - block.Start;
        if (took < block.Min)
        {
            throw Failed($"The block took {Say.Time(took)}{Hint(block.Hint)}; it must take {Say.Time(block.Min)}.");
        }

        // An expectation of silence takes all the time that is left, and a little more
        if (!_lastWasNoMsg && took > block.Limit + block.Epsilon)
        {
            throw Failed(
                $"The block took {Say.Time(took)}{Hint(block.Hint)}; it must end within {Say.Time(block.Limit)}.");
        }
    }

    private readonly record struct Block(
        TimeSpan Start, TimeSpan Min, TimeSpan Limit, TimeSpan Epsilon, TimeSpan? OuterEnd, string? Hint);
}
