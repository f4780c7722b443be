using Barter.Model;

namespace Barter.Configuration;

/// <summary>What must hold between the parts of a configuration, whether it was read or built.</summary>
internal static class SystemConfigRules
{
    /// <summary>The first rule that is broken, with the path of what breaks it, or none.</summary>
    public static (string Path, string Text)? FirstProblem(
        ValueList<Instrument> instruments, ValueList<ExecutionConfig> executions, RiskConfiguration risk) =>
        OfInstruments(instruments) ?? OfExecutions(instruments, executions) ?? OfRisk(instruments, risk);

    public static string OutOfBounds(int index, int count) =>
        string.Create(null, $"instrument index {index} is out of bounds for {count} instrument(s)");

    public static string UnknownAsset(ExchangeId exchange, string asset) =>
        $"no instrument of {exchange.ToWire()} uses the asset '{asset}'";

    public static bool HasAsset(ValueList<Instrument> instruments, ExchangeId exchange, string asset) =>
        instruments.Any(row => row.Exchange == exchange
            && (Named(row.Underlying.Base, asset) || Named(row.Underlying.Quote, asset)
                || (row.Kind.SettlementAsset is { } settlement && Named(settlement, asset))
                || (row.Spec?.Quantity.Unit is OrderQuantityUnit.OfAsset unit && Named(unit.Asset, asset))));

    private static bool Named(Asset asset, string name) =>
        string.Equals(asset.NameInternal, name, StringComparison.OrdinalIgnoreCase);

    private static (string Path, string Text)? OfInstruments(ValueList<Instrument> instruments)
    {
        for (var i = 1; i < instruments.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(instruments[i].NameInternal, instruments[j].NameInternal, StringComparison.Ordinal)
                    && !instruments[i].Equals(instruments[j]))
                {
                    return (
                        At("instruments", i),
                        $"'{instruments[i].NameInternal}' is already the name of {At("instruments", j)}, "
                        + "which differs");
                }
            }
        }

        try
        {
            InstrumentCatalog.Build(instruments);
            return null;
        }
        catch (ArgumentException refused)
        {
            return ("instruments", WithoutParameter(refused.Message));
        }
    }

    private static (string Path, string Text)? OfExecutions(
        ValueList<Instrument> instruments, ValueList<ExecutionConfig> executions)
    {
        for (var i = 0; i < executions.Count; i++)
        {
            var (execution, path) = (executions[i], At("executions", i));
            if (instruments.All(row => row.Exchange != execution.Exchange))
            {
                return ($"{path}.mocked_exchange", $"no instrument is traded at {execution.Exchange.ToWire()}");
            }

            if (executions.Take(i).Any(row => row.Exchange == execution.Exchange))
            {
                return ($"{path}.mocked_exchange", $"{execution.Exchange.ToWire()} has an execution already");
            }

            if (execution is SimulatedExecutionConfig simulated
                && OfAccount(instruments, simulated, $"{path}.initial_state") is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static (string Path, string Text)? OfAccount(
        ValueList<Instrument> instruments, SimulatedExecutionConfig execution, string path)
    {
        for (var i = 0; i < execution.Balances.Count; i++)
        {
            var (asset, place) = (execution.Balances[i].Asset, $"{At($"{path}.balances", i)}.asset");
            if (!HasAsset(instruments, execution.Exchange, asset))
            {
                return (place, UnknownAsset(execution.Exchange, asset));
            }

            if (execution.Balances.Take(i)
                .Any(row => string.Equals(row.Asset, asset, StringComparison.OrdinalIgnoreCase)))
            {
                return (place, $"the asset '{asset}' has a balance already");
            }
        }

        foreach (var order in execution.Orders)
        {
            if (!instruments.Any(row => row.Exchange == execution.Exchange
                && string.Equals(row.NameExchange, order.Instrument, StringComparison.Ordinal)))
            {
                return ($"{path}.instruments", $"{execution.Exchange.ToWire()} has no instrument '{order.Instrument}'");
            }
        }

        return null;
    }

    private static (string Path, string Text)? OfRisk(ValueList<Instrument> instruments, RiskConfiguration risk)
    {
        for (var i = 0; i < risk.Instruments.Count; i++)
        {
            var (index, path) = (risk.Instruments[i].ConfigIndex, $"{At("risk.instruments", i)}.index");
            if (index < 0 || index >= instruments.Count)
            {
                return (path, OutOfBounds(index, instruments.Count));
            }

            if (risk.Instruments.Take(i).Any(row => row.ConfigIndex == index))
            {
                return (path, string.Create(null, $"instrument index {index} has limits already"));
            }
        }

        return null;
    }

    private static string At(string list, int index) => string.Create(null, $"{list}[{index}]");

    internal static string WithoutParameter(string message)
    {
        var end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
