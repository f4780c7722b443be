using Xunit;
using Xunit.Sdk;

namespace Akka.TestKit.Extensions;

/// <summary>Time limits for tasks.</summary>
public static class TaskExtensions
{
    /// <returns>False when the task has not ended in time; what it threw is thrown.</returns>
    public static async Task<bool> AwaitWithTimeout(
        this Task parentTask, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (!await Ends(parentTask, timeout, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await parentTask.ConfigureAwait(false);
        return true;
    }

    /// <exception cref="TimeoutException">The task has not ended in time.</exception>
    public static async Task<T> WithTimeout<T>(
        this Task<T> parentTask, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        await Ends(parentTask, timeout, cancellationToken).ConfigureAwait(false)
            ? await parentTask.ConfigureAwait(false)
            : throw new TimeoutException($"the task must end within {Say.Time(timeout)}; it has not");

    /// <summary>Fails when the task does not end in time, or with another result.</summary>
    public static async Task ShouldCompleteWithin<T>(
        this Task<T> task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs) =>
        Assert.Equal(expected, await ShouldCompleteWithin(task, timeout, because, becauseArgs).ConfigureAwait(false));

    /// <summary>Fails when the task does not end in time; what it threw is thrown.</summary>
    public static async Task<T> ShouldCompleteWithin<T>(
        this Task<T> task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        await Completion(task, timeout, because, becauseArgs).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    public static Task ShouldCompleteWithin(
        this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs) =>
        Completion(task, timeout, because, becauseArgs);

    /// <summary>Fails when the task does not throw in time, or throws something else.</summary>
    /// <param name="expected">What is thrown must have its type and message.</param>
    public static async Task ShouldThrowWithin<T>(
        this Task task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        var thrown = await ShouldThrowWithin<T>(task, timeout, because, becauseArgs).ConfigureAwait(false);
        Assert.Equal(expected.Message, thrown.Message);
    }

    public static async Task<T> ShouldThrowWithin<T>(
        this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        var wanted = $"the task must throw {Say.Type(typeof(T))} within {Say.Time(timeout)}"
            + Reason(because, becauseArgs);
        if (!await Ends(task, timeout, CancellationToken.None).ConfigureAwait(false))
        {
            throw new XunitException($"{wanted}; it still runs");
        }

        try
        {
            await task.ConfigureAwait(false);
        }
        catch (T expected)
        {
            return expected;
        }
        catch (Exception other)
        {
            throw new XunitException($"{wanted}; it threw {Say.Message(other)}", other);
        }

        throw new XunitException($"{wanted}; it has ended well");
    }

    private static async Task Completion(Task task, TimeSpan timeout, string because, object[] becauseArgs)
    {
        if (!await Ends(task, timeout, CancellationToken.None).ConfigureAwait(false))
        {
            throw new XunitException(
                $"the task must end within {Say.Time(timeout)}{Reason(because, becauseArgs)}; it still runs");
        }

        await task.ConfigureAwait(false);
    }

    private static string Reason(string because, object[] arguments)
    {
        var text = arguments.Length == 0 ? because : string.Format(null, because, arguments);
        var isSentence = text.Length == 0 || text.StartsWith("because", StringComparison.Ordinal);
        return $" {(isSentence ? "" : "because ")}{text}".TrimEnd();
    }

    private static async Task<bool> Ends(Task task, TimeSpan timeout, CancellationToken cancellation)
    {
        await task.WaitAsync(timeout, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }
}
