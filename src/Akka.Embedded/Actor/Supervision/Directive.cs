namespace Akka.Actor;

/// <summary>What is done with a child that threw.</summary>
public enum Directive
{
    /// <summary>It goes on with the next message and keeps its state.</summary>
    Resume,

    /// <summary>A new instance takes its place, and its mailbox.</summary>
    Restart,

    /// <summary>The failure becomes one of the supervisor's.</summary>
    Escalate,

    /// <summary>It ends.</summary>
    Stop,
}
