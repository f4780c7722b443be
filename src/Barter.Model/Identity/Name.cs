using System.Text;

namespace Barter.Model;

/// <summary>What every name must be: text, so that whoever keeps or sends it can.</summary>
internal static class Name
{
    /// <exception cref="ArgumentException">It is blank, or has half of a surrogate pair.</exception>
    public static string Checked(string value, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{what} must not be empty", nameof(value));
        }

        for (var at = value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < value.Length; at++)
        {
            if (char.IsSurrogatePair(value, at))
            {
                at++;
            }
            else if (char.IsSurrogate(value[at]))
            {
                throw new ArgumentException(
                    string.Create(null, $"{what} must be text, and has half of a surrogate pair at {at}"),
                    nameof(value));
            }
        }

        return value;
    }

    /// <summary>Words that nobody looks up: what is half a surrogate pair becomes U+FFFD, as in JSON.</summary>
    public static string Sound(string words) => words.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words))
        : words;
}
