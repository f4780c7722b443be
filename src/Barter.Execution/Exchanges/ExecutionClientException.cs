namespace Barter.Execution.Exchanges;

/// <summary>An exchange could not be reached, or did not understand us; the message says what to do.</summary>
public sealed class ExecutionClientException : Exception
{
    public ExecutionClientException(string message)
        : base(message)
    {
    }

    public ExecutionClientException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
