using System.Collections;

namespace Akka.TestKit;

/// <content>Searching for a message among others.</content>
public abstract partial class TestKitBase
{
    /// <summary>Takes messages up to the first that meets the condition; those before are dropped.</summary>
    /// <param name="max">For all of them together.</param>
    public object FishForMessage(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        FishForMessage<object>(isMessage, max, hint, cancellationToken);

    public T FishForMessage<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Completed.Of(Fish(Wait.Blocking, isMessage, null, max, hint, cancellationToken));

    /// <param name="allMessages">Gets those that were dropped.</param>
    public T FishForMessage<T>(
        Predicate<T> isMessage,
        ArrayList allMessages,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Completed.Of(Fish(Wait.Blocking, isMessage, allMessages, max, hint, cancellationToken));

    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(Wait.Async, isMessage, null, max, hint, cancellationToken);

    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(Wait.Async, isMessage, null, max, hint, cancellationToken);

    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        ArrayList allMessages,
        TimeSpan? max = null,
        string hint = "",
        CancellationToken cancellationToken = default) =>
        Fish(Wait.Async, isMessage, allMessages, max, hint, cancellationToken);

    /// <summary>Takes all messages that come in time, and fails when one is of exactly the type.</summary>
    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var limit = RemainingOrDilated(max);
        var start = Now;
        while (await Receive(Wait.Async, Left(start + limit), cancellationToken).ConfigureAwait(false) is { } heard)
        {
            if (heard.Message.GetType() == typeof(T))
            {
                throw Another($"no message of type {typeof(T)}", heard, start, null, null);
            }
        }
    }

    /// <summary>Takes messages until none has come for so long, and returns them.</summary>
    /// <param name="maxMessages">Fails when more come.</param>
    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var silence = RemainingOrDilated(max);
        var start = Now;
        var before = new ArrayList();
        while (await Receive(Wait.Async, silence, cancellationToken).ConfigureAwait(false) is { } heard)
        {
            before.Add(heard.Message);
            if (before.Count > maxMessages)
            {
                throw Another($"at most {maxMessages} messages before a silence", heard, start, null, null);
            }
        }

        return before;
    }

    private async ValueTask<T> Fish<T>(
        Wait wait,
        Predicate<T> isMessage,
        ArrayList? dropped,
        TimeSpan? max,
        string hint,
        CancellationToken cancellation)
    {
        var limit = RemainingOrDilated(max);
        var start = Now;
        while (await Receive(wait, Left(start + limit), cancellation).ConfigureAwait(false) is { Message: var message })
        {
            if (message is T typed && isMessage(typed))
            {
                return typed;
            }

            dropped?.Add(message);
        }

        throw Failed(
            $"Expected among others {Wanted<T>.TypeText} that meets the condition{Hint(hint)} "
            + $"within {Say.Time(limit)}; none came ({Say.Time(Now - start)} waited).\n{Heard()}");
    }
}
