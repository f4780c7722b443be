using System.Diagnostics;
using Barter.Benchmarks.Loop;
using Xunit.Abstractions;

namespace Barter.Benchmarks.Tests;

/// <summary>Benchmarks that are held to a figure, in a process of their own: what tests run is not optimised.</summary>
internal static class Measured
{
    private static readonly string Program =
        Repository.PathOf("artifacts/bin/Barter.Benchmarks/release/Barter.Benchmarks.dll");

    /// <summary>Passes if one of three runs does.</summary>
    /// <remarks>What one loses to the work of others, the next need not lose; slower code loses every time.</remarks>
    public static async Task HoldAsync(ITestOutputHelper output, params string[] benchmark)
    {
        var (built, complaint) = await RunAsync(
            "build", Repository.PathOf("tests/Barter.Benchmarks"), "-c", "Release", "-nologo", "-v", "q");
        Assert.True(built == 0, complaint);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var (code, said) = await RunAsync([Program, .. benchmark]);
            output.WriteLine(said);
            if (code == 0)
            {
                return;
            }
        }

        Assert.Fail("three runs of three have missed");
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var said = await output + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
