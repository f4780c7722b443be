using System.Diagnostics;

namespace Akka.TestKit;

/// <content>What failures say: what was expected, what came instead, and what was heard in all.</content>
public abstract partial class TestKitBase
{
    private static string Hint(string? hint) => string.IsNullOrEmpty(hint) ? "" : $" ({hint})";

    /// <returns>What the test framework says of the difference; null if there is none.</returns>
    private string? Difference<T>(T expected, T actual)
    {
        try
        {
            _assertions.AssertEqual(expected, actual);
            return null;
        }
        catch (Exception error)
        {
            return $"they are not equal.\n{error.Message}";
        }
    }

    private Exception NothingCame(string wanted, TimeSpan max, TimeSpan start, string? hint) => Failed(
        $"Expected {wanted}{Hint(hint)} within {Say.Time(max)}; nothing came ({Say.Time(Now - start)} waited).\n"
        + Heard());

    private Exception Another(
        string wanted, MessageEnvelope heard, TimeSpan start, string? hint, string? fault) => Failed(
        $"Expected {wanted}{Hint(hint)}; heard {Say.Envelope(heard)} after {Say.Time(Now - start)}"
        + (fault is null ? ".\n" : $": {fault}\n")
        + Heard());

    private string Heard() => $"By {TestActor}. {_inbox.History()}";

    /// <summary>Fails the test; what is returned is thrown only to tell the compiler so.</summary>
    internal UnreachableException Failed(string text)
    {
        _assertions.Fail(text);
        return new UnreachableException($"{_assertions.GetType()}.Fail has returned; it must throw. {text}");
    }
}
