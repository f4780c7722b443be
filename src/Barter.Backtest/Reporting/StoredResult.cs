using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>A result as it stands in its JSON document, whoever wrote it and when.</summary>
/// <remarks>What is not in the document is left out of what is made from it.</remarks>
public sealed class StoredResult
{
    private StoredResult(string name, JsonElement root) => (Name, Root) = (name, root);

    /// <summary>What messages and pages call it: a path, or the name of the run.</summary>
    public string Name { get; }

    internal JsonElement Root { get; }

    /// <exception cref="BacktestException">The file is not there, or is not a result.</exception>
    public static StoredResult Load(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BacktestException($"{path}: no such file; check the path", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new BacktestException($"{path}: cannot be read; it must be a file that one may read", exception);
        }
    }

    /// <param name="name">For messages.</param>
    /// <param name="json">As <see cref="BacktestJson.Write"/> gives it.</param>
    /// <exception cref="BacktestException">The text is not a result.</exception>
    public static StoredResult Parse(string name, string json)
    {
        JsonElement root;
        try
        {
            root = JsonElement.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new BacktestException(
                $"{name}: is not JSON, at line {exception.LineNumber + 1}; "
                + "give what 'barter backtest --format json' wrote",
                exception);
        }

        string[] demanded = ["time_engine_start", "time_engine_end", "instruments", "assets"];
        return demanded.FirstOrDefault(key => root.At(key) is null) is { } missing
            ? throw new BacktestException(
                $"{name}: is not a trading summary, as it has no '{missing}'; "
                + "give what 'barter backtest --format json' wrote")
            : new StoredResult(name, root);
    }

    public static StoredResult Of(BacktestResult result) => Parse(result.Id, BacktestJson.Write(result));
}
