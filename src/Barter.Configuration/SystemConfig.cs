using System.Text;
using Barter.Model;

namespace Barter.Configuration;

/// <summary>What is traded, how orders are executed, and how much may be at stake. Immutable.</summary>
public sealed record SystemConfig
{
    /// <exception cref="SystemConfigException">The parts do not fit each other; the message names the path.</exception>
    public SystemConfig(
        ValueList<Instrument> instruments,
        ValueList<ExecutionConfig> executions,
        RiskConfiguration? risk = null,
        decimal? riskFreeReturn = null)
    {
        risk ??= RiskConfiguration.Unlimited;
        if (SystemConfigRules.FirstProblem(instruments, executions, risk) is { } problem)
        {
            throw new SystemConfigException(problem.Path, problem.Text);
        }

        (Instruments, Executions, Risk, RiskFreeReturn) = (instruments, executions, risk, riskFreeReturn);
    }

    /// <summary>As listed: risk overrides count positions here, everything else uses the sorted catalog.</summary>
    public ValueList<Instrument> Instruments { get; }

    public ValueList<ExecutionConfig> Executions { get; }

    public RiskConfiguration Risk { get; }

    /// <summary>Per year, as a fraction: 0.05 is five percent.</summary>
    public decimal? RiskFreeReturn { get; }

    /// <summary>Every exchange that trades an instrument, sorted.</summary>
    public ValueList<ExchangeId> Exchanges =>
        Instruments.Select(instrument => instrument.Exchange).Distinct().Order().ToValueList();

    /// <exception cref="SystemConfigException">The file is missing, malformed or inconsistent.</exception>
    public static SystemConfig Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, unreadable);
        }
    }

    /// <exception cref="SystemConfigException">The file is missing, malformed or inconsistent.</exception>
    public static async Task<SystemConfig> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return Parse(await File.ReadAllTextAsync(path, cancellationToken), path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, unreadable);
        }
    }

    /// <param name="json">The text.</param>
    /// <param name="sourceName">What messages call it, such as a file's name.</param>
    /// <exception cref="SystemConfigException">The text is malformed or inconsistent.</exception>
    public static SystemConfig Parse(string json, string sourceName = "") => SystemConfigReader.Read(json, sourceName);

    public string ToJson(bool indented = true) => SystemConfigWriter.Write(this, indented);

    /// <summary>Writes a file beside the target and moves it there, so that no reader sees half of it.</summary>
    public void Save(string path)
    {
        var draft = DraftOf(path);
        try
        {
            File.WriteAllText(draft, ToJson(), Utf8);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a file beside the target and moves it there, so that no reader sees half of it.</summary>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var draft = DraftOf(path);
        try
        {
            await File.WriteAllTextAsync(draft, ToJson(), Utf8, cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public InstrumentCatalog BuildCatalog() => InstrumentCatalog.Build(Instruments);

    /// <exception cref="SystemConfigException">Its exchange has no instrument, or an execution already.</exception>
    public SystemConfig WithExecution(ExecutionConfig execution) =>
        new(Instruments, [.. Executions, execution], Risk, RiskFreeReturn);

    public SystemConfig WithoutExecutions() => new(Instruments, [], Risk, RiskFreeReturn);

    public SystemConfig WithGlobalRiskLimits(RiskLimits? limits) =>
        new(Instruments, Executions, Risk with { Global = limits }, RiskFreeReturn);

    /// <param name="configIndex">Position in <see cref="Instruments"/>.</param>
    /// <param name="limits">In place of the instrument's own limits; none removes them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public SystemConfig WithInstrumentRiskLimits(int configIndex, RiskLimits? limits)
    {
        if (configIndex < 0 || configIndex >= Instruments.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(configIndex), SystemConfigRules.OutOfBounds(configIndex, Instruments.Count));
        }

        var rows = Risk.Instruments.Where(row => row.ConfigIndex != configIndex);
        if (limits is not null)
        {
            rows = rows.Append(new InstrumentRiskLimits(configIndex, limits));
        }

        var sorted = rows.OrderBy(row => row.ConfigIndex).ToValueList();
        return new SystemConfig(Instruments, Executions, Risk with { Instruments = sorted }, RiskFreeReturn);
    }

    /// <summary>The limits that hold for a row of the catalog: its own, else the global ones, else none.</summary>
    public RiskLimits? RiskLimitsOf(IndexedInstrument instrument)
    {
        foreach (var row in Risk.Instruments)
        {
            if (Instruments[row.ConfigIndex].Equals(instrument.Definition))
            {
                return row.Limits;
            }
        }

        return Risk.Global;
    }

    /// <summary>The limits for a row of the sorted catalog: its own, else the global ones, else none.</summary>
    /// <exception cref="IndexNotFoundException">There is no such instrument.</exception>
    public RiskLimits? RiskLimitsOf(InstrumentIndex index) => RiskLimitsOf(BuildCatalog()[index]);

    /// <summary>Replaces balances to start with, one by one; of two for one asset the later counts.</summary>
    /// <exception cref="SystemConfigException">One is not configured, or has more free than there is.</exception>
    public SystemConfig WithInitialBalances(IEnumerable<InitialBalance> balances) =>
        new(Instruments, InitialBalances.Apply(this, balances), Risk, RiskFreeReturn);

    public override string ToString() => string.Create(
        null,
        $"SystemConfig({Instruments.Count} instruments, {Executions.Count} executions, "
        + $"{Risk.Instruments.Count} risk overrides)");

    private static Encoding Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static string DraftOf(string path) => $"{path}.{Path.GetRandomFileName()}";

    private static SystemConfigException Unreadable(string path, Exception inner)
    {
        var why = inner is FileNotFoundException or DirectoryNotFoundException
            ? "the file does not exist"
            : inner.Message;
        return new SystemConfigException(path, 0, 0, "", why, inner);
    }
}
