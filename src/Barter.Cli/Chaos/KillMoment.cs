namespace Barter.Cli.Chaos;

/// <summary>When in its life a session is killed.</summary>
internal enum KillMoment
{
    /// <summary>While it starts: reads, replays, connects, asks.</summary>
    Starting,

    /// <summary>As soon as it says that it is ready.</summary>
    Ready,

    /// <summary>In the middle of its journal's writes.</summary>
    Writing,

    /// <summary>As the exchange has just told something.</summary>
    Trading,

    /// <summary>At any time.</summary>
    Running,

    /// <summary>After it was asked to end, and before it has.</summary>
    Ending,
}
