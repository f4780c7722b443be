using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What an expectation is after.</summary>
/// <param name="Text">As it stands behind the word <c>expected</c>.</param>
/// <param name="Fault">What is wrong with a message of the right type and its sender; null if nothing.</param>
internal sealed record Wanted<T>(string Text, Func<T, IActorRef, string?> Fault)
{
    public static string TypeText { get; } = $"a message of type {typeof(T)}";

    public static Wanted<T> OfType { get; } = new(TypeText, (_, _) => null);

    public static Wanted<T> With(Predicate<T> condition) => new(
        $"{TypeText} that meets the condition",
        (message, _) => condition(message) ? null : "the condition is not met.");

    public static Wanted<T> With(Action<T> assert) => new(TypeText, (message, _) =>
    {
        assert(message);
        return null;
    });

    public static Wanted<T> With(Func<T, IActorRef, bool> condition) => new(
        $"{TypeText} that with its sender meets the condition",
        (message, sender) => condition(message, sender) ? null : "the condition is not met.");

    public static Wanted<T> With(Action<T, IActorRef> assert) => new(TypeText, (message, sender) =>
    {
        assert(message, sender);
        return null;
    });

    /// <summary>The same, from one sender only.</summary>
    public Wanted<T> From(IActorRef sender) => new($"{Text} from {Say.Sender(sender)}", (message, heard) =>
        sender.Equals(heard) ? Fault(message, heard) : "the sender is another one.");

    public Wanted<T> From(Predicate<IActorRef> isSender) => new(
        $"{Text} from a sender that meets the condition",
        (message, heard) => isSender(heard) ? Fault(message, heard) : "the condition for the sender is not met.");

    public Wanted<T> From(Action<IActorRef> assertSender) => new(Text, (message, heard) =>
    {
        assertSender(heard);
        return Fault(message, heard);
    });
}
