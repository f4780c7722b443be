namespace Barter.Backtest.Sweeps;

/// <summary>One window: what was best while it trained, and how that did in the test.</summary>
/// <param name="Window">When.</param>
/// <param name="Winner">The best of the training.</param>
/// <param name="Verdict">How far it could be trusted then.</param>
/// <param name="Test">The winner's parameters over what came next, begun anew.</param>
public sealed record WalkForwardFold(
    WalkForwardWindow Window, SweepTrial Winner, SweepVerdict Verdict, SweepTrial Test);
