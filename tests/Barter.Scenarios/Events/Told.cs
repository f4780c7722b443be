using System.Text.Json;
using Barter.Model;

namespace Barter.Scenarios.Events;

/// <summary>What an event says in JSON, and that reading it again gives the same event.</summary>
internal static class Told
{
    public static JsonElement Json(EngineEvent told)
    {
        var json = ModelJson.EngineEvents.ToJson(told);
        var read = ModelJson.EngineEvents.Parse(json);
        Assert.Equal(told.IsTerminal, read.IsTerminal);
        Assert.Equal(json, ModelJson.EngineEvents.ToJson(read));
        return JsonElement.Parse(json);
    }

    /// <summary>The element under names that are divided by dots.</summary>
    public static JsonElement At(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (at, name) => at.GetProperty(name));

    public static string Text(this JsonElement json, string path) => json.At(path).GetString()!;
}
