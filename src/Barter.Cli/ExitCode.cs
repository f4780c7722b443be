namespace Barter.Cli;

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A run failed, a file is missing or broken, or a check found problems.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was run.</summary>
    public const int Usage = 2;

    /// <summary>The journal of a session is broken; nothing was changed.</summary>
    public const int Broken = 3;

    /// <summary>What must be equal differs.</summary>
    public const int Differs = 4;

    /// <summary>Cancelled by a signal.</summary>
    public const int Cancelled = 130;
}
