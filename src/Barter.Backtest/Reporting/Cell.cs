namespace Barter.Backtest.Reporting;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Css">How it looks.</param>
/// <param name="Note">What stands below it in small letters.</param>
internal readonly record struct Cell(string Text, string? Css = null, string? Note = null)
{
    public static Cell Missing(string? reason) =>
        new(Words.NotAvailable, "missing", reason is null ? null : Words.Reason(reason));

    public static Cell Of(string text, decimal value) => new(text, value < 0m ? "negative" : null);

    public static implicit operator Cell(string text) => new(text);
}
