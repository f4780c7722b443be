using System.Diagnostics;

namespace Barter.Benchmarks.Measuring;

/// <summary>A process that is run to its end.</summary>
/// <param name="Code">How it ended.</param>
/// <param name="Said">Its output, and its errors behind that.</param>
/// <param name="Seconds">From before its start until its end was seen.</param>
internal sealed record Child(int Code, string Said, double Seconds)
{
    public static async Task<Child> RunAsync(string program, params string[] args)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var said = await output + await errors;
        await process.WaitForExitAsync();
        return new Child(process.ExitCode, said, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
