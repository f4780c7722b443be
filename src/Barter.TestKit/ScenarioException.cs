namespace Barter.TestKit;

/// <summary>A scenario cannot be run as it is told, or does not show what it was told to show.</summary>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
