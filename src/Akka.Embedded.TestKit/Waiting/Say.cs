using System.Collections;
using System.Globalization;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>How things are called in the texts of failures.</summary>
internal static class Say
{
    private const int LengthMax = 400;
    private const int ItemsMax = 20;

    public static string Envelope(MessageEnvelope envelope) =>
        $"{Message(envelope.Message)} from {Sender(envelope.Sender)}";

    public static string Message(object? message) => message switch
    {
        null => "null",
        string text => $"\"{Short(text)}\"",
        IActorRef actor => Actor(actor),
        Exception error => $"{Type(error.GetType())}: {Short(error.Message)}",
        IEnumerable items => Items(items),
        _ => Other(message),
    };

    public static string Messages(IEnumerable<object?> messages) => string.Join(", ", messages.Select(Message));

    public static string Sender(IActorRef? sender) =>
        sender is null or Nobody || sender.Path.Name is "deadLetters" ? "nobody" : Actor(sender);

    public static string Actor(IActorRef actor) => (actor is IActorRefAlias alias ? alias.Ref : actor).ToString() ?? "";

    /// <summary>The name as it stands in source: <c>Envelope&lt;Int32&gt;</c>.</summary>
    public static string Type(Type type)
    {
        var name = type.IsNested && !type.IsGenericParameter
            ? $"{Type(type.DeclaringType!)}.{type.Name}"
            : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Type))}>"
            : name;
    }

    public static string Time(TimeSpan time) => time switch
    {
        _ when time < TimeSpan.Zero => "any time",
        _ when time < TimeSpan.FromSeconds(1) => Number(time.TotalMilliseconds, "0.#", "ms"),
        _ => Number(time.TotalSeconds, "0.###", "s"),
    };

    public static string Messages(int count) => count == 1 ? "1 message" : $"{count} messages";

    private static string Number(double value, string format, string unit) =>
        $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";

    private static string Items(IEnumerable items)
    {
        var some = items.Cast<object?>().Take(ItemsMax + 1).Select(Message).ToArray();
        return some.Length > ItemsMax
            ? $"[{string.Join(", ", some[..ItemsMax])}, ...]"
            : $"[{string.Join(", ", some)}]";
    }

    /// <summary>Records say their type themselves; types without a text of their own say nothing else.</summary>
    private static string Other(object message)
    {
        var type = message.GetType();
        var text = Short(message.ToString() ?? "");
        if (string.Equals(text, type.ToString(), StringComparison.Ordinal))
        {
            return Type(type);
        }

        return text.Contains(type.Name.Split('`')[0], StringComparison.Ordinal) ? text : $"{Type(type)} {text}";
    }

    private static string Short(string text) => text.Length <= LengthMax ? text : $"{text[..LengthMax]}...";
}
