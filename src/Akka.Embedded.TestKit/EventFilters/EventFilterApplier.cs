using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Puts filters to work in the <see cref="TestEventListener"/> of a system.</summary>
internal sealed class EventFilterApplier(TestKitBase testkit, ActorSystem system, IReadOnlyList<LogFilter> filters)
    : IEventFilterApplier
{
    private static readonly TimeSpan ListenerTime = TimeSpan.FromSeconds(5);

    public EventFilterFactory And => new(testkit, system, filters);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Completed.Of(Run(Wait.Blocking, Sync(action), null, expectedCount, cancellationToken));

    public void Expect(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Completed.Of(Run(Wait.Blocking, Sync(action), timeout, expectedCount, cancellationToken));

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Completed.Of(Run(Wait.Blocking, Sync(func), null, expectedCount, cancellationToken));

    public T Expect<T>(
        int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Completed.Of(Run(Wait.Blocking, Sync(func), timeout, expectedCount, cancellationToken));

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(actionAsync), null, expectedCount, cancellationToken).AsTask();

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(actionAsync), timeout, expectedCount, cancellationToken).AsTask();

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(action), timeout, expectedCount, cancellationToken).AsTask();

    public Task<T> ExpectAsync<T>(
        int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(func), null, expectedCount, cancellationToken).AsTask();

    public Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(func), timeout, expectedCount, cancellationToken).AsTask();

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) =>
        Expect(1, action, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, action, cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Expect(1, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, func, cancellationToken);

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, actionAsync, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, action, cancellationToken);

    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, func, cancellationToken);

    public Task<T> ExpectOneAsync<T>(
        TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, func, cancellationToken);

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Completed.Of(Run(Wait.Blocking, Sync(func), null, null, cancellationToken));

    public void Mute(Action action, CancellationToken cancellationToken = default) =>
        Completed.Of(Run(Wait.Blocking, Sync(action), null, null, cancellationToken));

    public IUnmutableFilter Mute() => new Muting(system, Begin());

    public Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(func), null, null, cancellationToken).AsTask();

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) =>
        Run(Wait.Async, Async(action), null, null, cancellationToken).AsTask();

    private static Func<ValueTask<T>> Sync<T>(Func<T> code) => () => new(code());

    private static Func<ValueTask<bool>> Sync(Action code) => () =>
    {
        code();
        return new(true);
    };

    private static Func<ValueTask<T>> Async<T>(Func<Task<T>> code) => () => new(code());

    private static Func<ValueTask<bool>> Async(Func<Task> code) => async () =>
    {
        await code().ConfigureAwait(false);
        return true;
    };

    private Interception Begin()
    {
        var listener = nameof(TestEventListener);
        if (!system.Settings.Loggers.Any(name => name.Contains(listener, StringComparison.Ordinal)))
        {
            throw testkit.Failed(
                $"Event filters need the logger \"Akka.TestKit.{listener}, Akka.TestKit\"; "
                + $"akka.loggers of {system.Name} is {Say.Message(system.Settings.Loggers)}.");
        }

        var interception = new Interception(filters);
        system.EventStream.Publish(new Interception.Begin(interception));
        return interception;
    }

    private async ValueTask<T> Run<T>(
        Wait wait, Func<ValueTask<T>> code, TimeSpan? timeout, int? expected, CancellationToken cancellation)
    {
        var interception = Begin();
        var max = timeout is { } given ? testkit.Dilated(given) : testkit.TestKitSettings.TestEventFilterLeeway;
        T result;
        try
        {
            result = await code().ConfigureAwait(false);
            if (expected is { } count)
            {
                // Where none is expected, the first one ends the wait
                await interception.UntilCount(Math.Max(count, 1), wait, max, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            system.EventStream.Publish(new Interception.Finish(interception));
        }

        if (expected is { } wanted)
        {
            // What was logged before is heard before, so that events too many do not slip through
            await interception.UntilEnd(wait, ListenerTime).ConfigureAwait(false);
            Check(interception, wanted, max);
        }

        return result;
    }

    private void Check(Interception interception, int expected, TimeSpan max)
    {
        var count = interception.Count;
        if (count == expected)
        {
            return;
        }

        var what = string.Join(", or ", filters.Select(filter => filter.Text));
        var it = count < expected ? $"Within {Say.Time(max)} it" : "It";
        throw testkit.Failed(
            $"Expected to be logged {Times(expected)}: {what}. {it} was {Times(count)}.\n"
            + $"Logged meanwhile (akka.loglevel = {system.Settings.LogLevel}):{interception.Lines()}");
    }

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        _ => $"{count} times",
    };

    private sealed class Muting(ActorSystem system, Interception interception) : IUnmutableFilter
    {
        public void Unmute() => system.EventStream.Publish(new Interception.Finish(interception));

        public void Dispose() => Unmute();
    }
}
