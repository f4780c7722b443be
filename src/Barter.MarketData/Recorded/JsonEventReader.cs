using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads events from JSON elements, however they are laid out.</summary>
internal sealed class JsonEventReader(SourceText source, ElementSplitter splitter, InstrumentTable instruments)
    : IEventReader
{
    private readonly ElementParser _parser = new(source, instruments);

    public long Rows { get; private set; }

    public string? Note => null;

    public string Problem => source.Bad(ValueReader.Quote(source.Unread)).Message;

    public ReadOutcome Read(out MarketEvent marketEvent)
    {
        if (!splitter.TryNext(out var element))
        {
            marketEvent = default;
            return ReadOutcome.End;
        }

        Rows++;
        return _parser.TryParse(element, splitter.EndedWithFile, out marketEvent)
            ? ReadOutcome.Event
            : ReadOutcome.Error;
    }
}
