namespace Barter.Cli.Sweeps;

/// <summary>Where a sweep writes; all places are claimed before the first run.</summary>
internal sealed class SweepFiles(SweepRequest request) : IDisposable
{
    private readonly OutputFile? _output = Claim(request.Run.OutputPath);
    private readonly OutputFile? _csv = Claim(request.CsvPath);
    private readonly OutputFile? _report = Claim(request.Run.ReportPath);

    public void Write(SweepResult result, CliConsole console)
    {
        if (_csv is not null)
        {
            File.WriteAllText(_csv.DraftPath, SweepCsv.Write(result));
            _csv.Keep();
        }

        if (_report is not null)
        {
            File.WriteAllText(_report.DraftPath, SweepHtml.Write(result));
            _report.Keep();
        }

        var toTerminal = _output is null && console is { OutputIsTerminal: true, IsDecorated: true };
        var document = request.Run.IsJson
            ? SweepJson.Write(result, request.Run.IsPretty)
            : SweepPage.Of(result, console.Width, toTerminal);
        if (_output is null)
        {
            console.Output.Write(document);
        }
        else
        {
            File.WriteAllText(_output.DraftPath, document);
            _output.Keep();
        }
    }

    /// <summary>Removes a store that nobody asked to keep.</summary>
    public static void Remove(string store)
    {
        foreach (var end in new[] { "", "-wal", "-shm" })
        {
            File.Delete(store + end);
        }
    }

    public void Dispose()
    {
        _output?.Dispose();
        _csv?.Dispose();
        _report?.Dispose();
    }

    private static OutputFile? Claim(string? path) => path is null ? null : new OutputFile(path);
}
