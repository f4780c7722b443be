namespace Barter.TestKit;

/// <summary>A scenario went another way than expected; the message says what came, where, and the last steps.</summary>
public sealed class ExpectationFailedException : Exception
{
    internal ExpectationFailedException(string message)
        : base(message)
    {
    }
}
