using System.Text.Json;

namespace Barter.Cli.Chaos;

/// <summary>What a session says when it was ended in order.</summary>
internal sealed record SessionEnd(string? AuditDigest, string? StateDigest, long Fills)
{
    /// <param name="output">What <c>barter paper --format json</c> wrote.</param>
    public static SessionEnd Parse(string output)
    {
        using var result = JsonDocument.Parse(output);
        var run = result.RootElement.GetProperty("run");
        return new SessionEnd(
            run.GetProperty("audit_digest").GetString(),
            run.GetProperty("state_digest").GetString(),
            run.GetProperty("fills").GetInt64());
    }
}
