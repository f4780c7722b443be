using Barter.Model;

namespace Barter.Statistics;

/// <summary>A table of text: every row has as many cells as there are columns, the first is the row's name.</summary>
public sealed record SummaryTable(string Title, ValueList<string> Columns, ValueList<ValueList<string>> Rows);
