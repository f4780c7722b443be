namespace Barter.TestKit;

/// <summary>A scenario went another way than expected. The message has all of it: what, where, and the last steps.</summary>
public sealed class ExpectationFailedException : Exception
{
    internal ExpectationFailedException(string message)
        : base(message)
    {
    }
}
