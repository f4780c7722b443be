using Barter.Model;

namespace Barter.Configuration;

/// <summary>Puts given balances in the place of configured ones.</summary>
internal static class InitialBalances
{
    public static ValueList<ExecutionConfig> Apply(SystemConfig config, IEnumerable<InitialBalance> given)
    {
        var executions = config.Executions.ToArray();
        var position = 0;
        foreach (var balance in given)
        {
            var path = string.Create(null, $"initial_balances[{position++}]");
            var at = Array.FindIndex(executions, row => row.Exchange == balance.Exchange);
            if (at < 0 || executions[at] is not SimulatedExecutionConfig execution)
            {
                throw new SystemConfigException(
                    $"{path}.exchange", $"'{balance.Exchange.ToWire()}' has no simulated execution");
            }

            if (!SystemConfigRules.HasAsset(config.Instruments, balance.Exchange, balance.Asset))
            {
                throw new SystemConfigException(
                    $"{path}.asset", SystemConfigRules.UnknownAsset(balance.Exchange, balance.Asset));
            }

            executions[at] = execution.WithBalances(Replaced(execution.Balances, balance, AmountOf(balance, path)));
        }

        return executions.ToValueList();
    }

    private static Balance AmountOf(InitialBalance balance, string path)
    {
        var free = balance.Free ?? balance.Total;
        if (balance.Total < 0m)
        {
            throw new SystemConfigException($"{path}.total", "total balance must be a non-negative finite value");
        }

        if (free < 0m)
        {
            throw new SystemConfigException($"{path}.free", "free balance must be a non-negative finite value");
        }

        return free <= balance.Total
            ? new Balance(balance.Total, free)
            : throw new SystemConfigException($"{path}.free", "free balance cannot exceed total");
    }

    private static ValueList<StartingBalance> Replaced(
        ValueList<StartingBalance> rows, InitialBalance given, Balance balance) =>
        rows.Any(row => IsOf(row, given))
            ? rows.Select(row => IsOf(row, given) ? row with { Balance = balance } : row).ToValueList()
            : [.. rows, new StartingBalance(given.Asset.ToLowerInvariant(), balance)];

    private static bool IsOf(StartingBalance row, InitialBalance given) =>
        string.Equals(row.Asset, given.Asset, StringComparison.OrdinalIgnoreCase);
}
