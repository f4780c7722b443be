using System.Diagnostics.CodeAnalysis;
using Barter.Backtest;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Journal.Snapshots;
using Barter.Model;

namespace Barter.Actors.Engine;

/// <summary>A session's core as bytes. What its settings tell is not in them.</summary>
internal sealed class SessionImage(EngineSettings settings)
{
    private readonly Lazy<ObjectImage> _image = new(() => new ObjectImage(ConstantsOf(settings)));
    private readonly Lazy<string> _owner = new(() => OwnerOf(settings));

    public bool TrySave(
        TradingEngine engine,
        RunObserver observer,
        SessionProgress progress,
        Timestamp now,
        [NotNullWhen(true)] out byte[]? saved,
        [NotNullWhen(false)] out string? refusal)
    {
        saved = null;
        refusal = RefusalOf(settings.Strategy) ?? RefusalOf(settings.Risk);
        if (refusal is not null)
        {
            return false;
        }

        try
        {
            saved = _image.Value.Save(new Content(_owner.Value, engine, observer, progress, now)
            {
                Strategy = ((ISnapshotState)settings.Strategy).SaveState(),
                Risk = ((ISnapshotState)settings.Risk).SaveState(),
            });
            return true;
        }
#pragma warning disable CA1031 // The strategy is the user's, and so is what it gave: a session can do without a snapshot
        catch (Exception exception)
#pragma warning restore CA1031
        {
            refusal = $"{exception.GetType().Name}: {exception.Message}";
            return false;
        }
    }

    public bool TryRestore(
        ReadOnlyMemory<byte> saved,
        [NotNullWhen(true)] out Content? content,
        [NotNullWhen(false)] out string? refusal)
    {
        content = null;
        refusal = RefusalOf(settings.Strategy) ?? RefusalOf(settings.Risk);
        if (refusal is not null)
        {
            return false;
        }

        switch (_image.Value.Restore(saved))
        {
            case ObjectImageOutcome.Restored { Root: Content found }:
                refusal = string.Equals(found.Owner, _owner.Value, StringComparison.Ordinal)
                    ? Hand(found)
                    : "it is of a session that is made in another way";
                content = refusal is null ? found : null;
                break;
            case ObjectImageOutcome.OtherLayout { What: var what }:
                refusal = $"another version saved it: {what}";
                break;
            case ObjectImageOutcome.Damaged damage:
                refusal = $"it is damaged at byte {damage.Position}: {damage.What}";
                break;
            default:
                refusal = "it is not of a session";
                break;
        }

        return content is not null;
    }

    private string? Hand(Content found)
    {
        try
        {
            ((ISnapshotState)settings.Strategy).RestoreState(found.Strategy);
            ((ISnapshotState)settings.Risk).RestoreState(found.Risk);
            return null;
        }
#pragma warning disable CA1031 // The strategy is the user's: where it cannot use what it saved, it is replayed
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"it was not taken: {exception.GetType().Name}: {exception.Message}";
        }
    }

    private static string? RefusalOf(object part) => part is ISnapshotState
        ? null
        : $"{part.GetType().Name} does not say what it remembers; let it be an {nameof(ISnapshotState)}";

    /// <summary>Sessions that differ in this cannot go on from each other's images.</summary>
    private static string OwnerOf(EngineSettings settings) =>
        $"{settings.Session} {settings.Strategy.Id} {ModelJson.Catalogs.ToJson(settings.Catalog)}";

    private static IEnumerable<KeyValuePair<string, object>> ConstantsOf(EngineSettings settings)
    {
        yield return new("settings", settings);
        yield return new("catalog", settings.Catalog);
        yield return new("strategy", settings.Strategy);
        yield return new("risk", settings.Risk);
        foreach (var instrument in settings.Catalog.Instruments)
        {
            yield return new($"instrument {instrument.Index.Value}", instrument);
        }
    }

    /// <summary>What an image holds.</summary>
    internal sealed record Content(
        string Owner, TradingEngine Engine, RunObserver Observer, SessionProgress Progress, Timestamp Now)
    {
        /// <summary>What the strategy remembers.</summary>
        public object? Strategy { get; init; }

        /// <summary>What the risk policy remembers.</summary>
        public object? Risk { get; init; }
    }
}
