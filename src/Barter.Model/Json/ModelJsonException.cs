namespace Barter.Model;

/// <summary>A text is no JSON, or not the JSON of what was asked for; the message names the place in it.</summary>
public sealed class ModelJsonException : FormatException
{
    internal ModelJsonException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
