namespace Barter.Model;

/// <summary>One case of a union: the tag it stands under, and how its payload is read.</summary>
internal readonly record struct JsonCase<T>(string Tag, Func<JsonValue, T> Read)
{
    /// <summary>A case without data: the tag alone, or with null or an object whose keys do not matter.</summary>
    public static JsonCase<T> Unit(string tag, T value) => new(tag, payload =>
    {
        payload.RequireNoData();
        return value;
    });
}
