namespace Barter.Actors;

/// <summary>Feed modes in words.</summary>
public static class EngineFeedModes
{
    /// <summary>The words, in the order of the modes.</summary>
    public static IReadOnlyList<string> All { get; } = ["stream", "iterator"];

    public static string ToWord(this EngineFeedMode mode) => All[(int)mode];

    /// <summary>Reads a word; blanks around it and case do not matter, and none means stream.</summary>
    /// <exception cref="ArgumentException">It is no mode.</exception>
    public static EngineFeedMode Parse(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "stream" => EngineFeedMode.Stream,
        "iterator" => EngineFeedMode.Iterator,
        _ => throw new ArgumentException($"engine_feed_mode must be 'stream' or 'iterator', got {text}", nameof(text)),
    };
}
