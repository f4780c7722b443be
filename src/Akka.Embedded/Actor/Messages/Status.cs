namespace Akka.Actor;

/// <summary>How something asked for went.</summary>
public abstract class Status
{
    private protected Status()
    {
    }

    /// <summary>It went well.</summary>
    public sealed class Success : Status
    {
        public static readonly Success Instance = new(null);

        public Success(object? status) => Status = status;

        public object? Status { get; }

        public override string ToString() => $"Success: {Status}";
    }

    /// <summary>It failed; an Ask that receives it throws the cause.</summary>
    public sealed class Failure : Status
    {
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        public Failure(Exception cause, object? state) => (Cause, State) = (cause, state);

        public Exception Cause { get; }

        public object? State { get; }

        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
