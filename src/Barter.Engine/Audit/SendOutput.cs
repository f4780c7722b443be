using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What was sent, and what could not be; each in the order in which it was asked for.</summary>
public sealed record SendOutput<T>(ValueList<T> Sent, ValueList<SendRefused<T>> Errors)
{
    public static SendOutput<T> Empty { get; } = new([], []);

    public bool IsEmpty => Sent.Count == 0 && Errors.Count == 0;
}
