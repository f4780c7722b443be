using System.Diagnostics;

namespace Barter.Scenarios.Programs;

/// <summary>What a program of this repository wrote, run as a process in the root of the repository.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs <c>assembly.dll</c> of a project that was built beside this one.</summary>
    /// <exception cref="TimeoutException">It takes longer than it may.</exception>
    public static async Task<Ran> Program(string project, string assembly, params string[] args)
    {
        // artifacts/bin/<project>/<configuration>/: the sibling of this one
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, $"{assembly}.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [path, .. args])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var reading = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            var texts = await reading.WaitAsync(Limit);
            await process.WaitForExitAsync();
            return new Ran(process.ExitCode, texts[0], texts[1]);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
