using System.Diagnostics.CodeAnalysis;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Journal.Snapshots;
using Barter.Model;

namespace Barter.Actors.Engine;

/// <summary>A session's core as bytes. What its settings tell is not in them.</summary>
internal sealed class SessionImage
{
    private readonly EngineSettings _settings;
    private readonly Lazy<ObjectImage> _image;
    private readonly Lazy<string> _owner;

    public SessionImage(EngineSettings settings)
    {
        _settings = settings;
        _image = new Lazy<ObjectImage>(() => new ObjectImage(Constants()));
        _owner = new Lazy<string>(() => OwnerOf(settings));
    }

    public bool TrySave(
        SessionCore core, [NotNullWhen(true)] out byte[]? saved, [NotNullWhen(false)] out string? refusal)
    {
        saved = null;
        refusal = RefusalOf(_settings.Strategy) ?? RefusalOf(_settings.Risk);
        if (refusal is not null)
        {
            return false;
        }

        try
        {
            saved = _image.Value.Save(new Content(
                _owner.Value,
                core,
                ((ISnapshotState)_settings.Strategy).SaveState(),
                ((ISnapshotState)_settings.Risk).SaveState()));
            return true;
        }
#pragma warning disable CA1031 // What it gave is the user's too: a session can do without a snapshot
        catch (Exception exception)
#pragma warning restore CA1031
        {
            refusal = $"{exception.GetType().Name}: {exception.Message}";
            return false;
        }
    }

    public bool TryRestore(
        ReadOnlyMemory<byte> saved,
        [NotNullWhen(true)] out SessionCore? core,
        [NotNullWhen(false)] out string? refusal)
    {
        core = null;
        refusal = RefusalOf(_settings.Strategy) ?? RefusalOf(_settings.Risk);
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
                core = refusal is null ? found.Core : null;
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

        return core is not null;
    }

    private string? Hand(Content found)
    {
        try
        {
            ((ISnapshotState)_settings.Strategy).RestoreState(found.Strategy);
            ((ISnapshotState)_settings.Risk).RestoreState(found.Risk);
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

    private IEnumerable<KeyValuePair<string, object>> Constants()
    {
        yield return new("image", this);
        yield return new("settings", _settings);
        yield return new("catalog", _settings.Catalog);
        yield return new("strategy", _settings.Strategy);
        yield return new("risk", _settings.Risk);
        foreach (var instrument in _settings.Catalog.Instruments)
        {
            yield return new($"instrument {instrument.Index.Value}", instrument);
        }
    }

    /// <summary>What an image holds.</summary>
    /// <param name="Owner">Which session it is of.</param>
    /// <param name="Core">All of its core.</param>
    /// <param name="Strategy">What the strategy remembers.</param>
    /// <param name="Risk">What the risk policy remembers.</param>
    private sealed record Content(string Owner, SessionCore Core, object? Strategy, object? Risk);
}
