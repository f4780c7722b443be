namespace Akka.TestKit;

/// <summary>The time between two looks at something that does not tell when it changes.</summary>
internal static class Pause
{
    public static async ValueTask For(Wait wait, TimeSpan time, CancellationToken cancellation)
    {
        if (wait == Wait.Async)
        {
            await Task.Delay(time, cancellation).ConfigureAwait(false);
        }
        else if (cancellation.WaitHandle.WaitOne(time))
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
