using System.Diagnostics;

namespace Akka.TestKit;

/// <summary>Takes results out of tasks that were made with <see cref="Wait.Blocking"/>; never waits for one.</summary>
internal static class Completed
{
    public static T Of<T>(ValueTask<T> task)
    {
        AssertCompleted(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    public static void Of(ValueTask task)
    {
        AssertCompleted(task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    public static IReadOnlyList<T> ListOf<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        var at = items.GetAsyncEnumerator();
        try
        {
            while (Of(at.MoveNextAsync()))
            {
                list.Add(at.Current);
            }
        }
        finally
        {
            Of(at.DisposeAsync());
        }

        return list;
    }

    private static void AssertCompleted(bool completed)
    {
        if (!completed)
        {
            throw new UnreachableException("a blocking expectation returned before it had ended");
        }
    }
}
