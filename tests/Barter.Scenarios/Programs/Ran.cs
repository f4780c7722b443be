using System.Diagnostics;
using System.Text;

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
        using var process = Start(project, assembly, args);
        try
        {
            return await EndOf(process, process.StandardOutput.ReadToEndAsync());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a program until it has written a line, and tells it to stop by SIGTERM then.</summary>
    /// <exception cref="TimeoutException">It takes longer than it may.</exception>
    public static async Task<Ran> UntilTerminated(
        string project, string assembly, Func<string, bool> isEnough, params string[] args)
    {
        using var process = Start(project, assembly, args);
        try
        {
            return await EndOf(process, ReadAsync());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        async Task<string> ReadAsync()
        {
            var output = new StringBuilder();
            var isTold = false;
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                output.Append(line).Append('\n');
                if (!isTold && isEnough(line))
                {
                    isTold = true;
                    using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                    await kill.WaitForExitAsync();
                }
            }

            return output.ToString();
        }
    }

    private static Process Start(string project, string assembly, string[] args)
    {
        // artifacts/bin/<project>/<configuration>/: the sibling of this one
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, $"{assembly}.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [path, .. args])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static async Task<Ran> EndOf(Process process, Task<string> output)
    {
        var texts = await Task.WhenAll(output, process.StandardError.ReadToEndAsync()).WaitAsync(Limit);
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, texts[0], texts[1]);
    }
}
