namespace Akka.Event;

/// <summary>Knows positional holes, <c>{0}</c>, and named ones, <c>{Price}</c>, which take arguments in turn.</summary>
/// <remarks>It never throws: what cannot be filled in stays as it was written.</remarks>
public sealed class DefaultLogMessageFormatter : ILogMessageFormatter
{
    public static readonly DefaultLogMessageFormatter Instance = new();

    private DefaultLogMessageFormatter()
    {
    }

    public string Format(string format, params object?[] args) => LogTemplate.Render(format, args);

    public string Format(string format, IEnumerable<object?> args) => LogTemplate.Render(format, [.. args]);
}
