using System.Text;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Refuses a file of another instrument, or of many.</summary>
internal sealed class SymbolCheck(SourceText source, IndexedInstrument instrument, string? alias)
{
    private readonly string _expected = alias ?? instrument.Definition.NameExchange;
    private byte[]? _first;

    /// <summary>Checks what the file's name says.</summary>
    /// <exception cref="MarketDataException">It names another instrument.</exception>
    public void CheckName(string? symbol)
    {
        if (symbol is not null && !Fields.IsSame(symbol, _expected))
        {
            throw Other(symbol, "by its name");
        }
    }

    /// <summary>Checks what a row says.</summary>
    /// <exception cref="MarketDataException">It names another instrument, or another than the rows before.</exception>
    public void CheckRow(ReadOnlySpan<byte> symbol)
    {
        if (_first is not null && symbol.SequenceEqual(_first))
        {
            return;
        }

        if (_first is not null)
        {
            throw source.Bad(
                $"is of {ValueReader.Quote(symbol)}, and the rows before are of {ValueReader.Quote(_first)}; "
                + "split the file into one for each symbol");
        }

        var text = Encoding.UTF8.GetString(symbol);
        _first = Fields.IsSame(text, _expected) ? symbol.ToArray() : throw Other(text, "by its rows");
    }

    private MarketDataException Other(string symbol, string how) => source.Bad(
        $"is of {ValueReader.Quote(Encoding.UTF8.GetBytes(symbol))} {how}, and not of "
        + $"{instrument.Definition.NameExchange}; name the other instrument, or say --symbol {symbol} if it "
        + "is the same");
}
