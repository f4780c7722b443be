namespace Akka.TestKit;

/// <summary>How an expectation spends its time; it is the same code either way.</summary>
internal enum Wait
{
    /// <summary>The thread stands still; tasks that are returned have completed.</summary>
    Blocking,

    /// <summary>The thread is free for others.</summary>
    Async,
}
