using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>One thing that happened to an order.</summary>
/// <param name="At">The session's time.</param>
/// <param name="Entry">The number of the journal's entry.</param>
/// <param name="Kind">A word for it, such as <c>fill</c>.</param>
/// <param name="Text">What it was.</param>
internal sealed record StoryLine(Timestamp At, long Entry, string Kind, string Text);
