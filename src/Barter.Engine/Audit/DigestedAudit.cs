using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What a step did, put into a digest.</summary>
internal static class DigestedAudit
{
    public static void Put(DigestBlocks blocks, ValueList<EngineOutput> outputs, ValueList<EngineError> errors)
    {
        blocks.Put(outputs.Count);
        blocks.Put(errors.Count);
        foreach (var output in outputs)
        {
            blocks.EndPart();
            Put(blocks, output);
        }

        if (errors.Count > 0)
        {
            blocks.Put(AuditJson.Outcome([], errors));
        }
    }

    private static void Put(DigestBlocks blocks, EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.AlgoOrders { Orders: var orders } when orders.IsAllSent:
                blocks.Put((byte)1);
                Put(blocks, orders.Cancels.Sent);
                Put(blocks, orders.Opens.Sent);
                break;
            case EngineOutput.PositionExit { Position: var exited }:
                blocks.Put((byte)2);
                Put(blocks, exited);
                break;
            case EngineOutput.Anomaly { Order: { } order, Kind: var kind }:
                blocks.Put((byte)3);
                blocks.Put((byte)kind);
                DigestedEvents.Put(blocks, order);
                break;
            default:
                blocks.Put((byte)0);
                blocks.Put(AuditJson.Outcome([output], []));
                break;
        }
    }

    private static void Put(DigestBlocks blocks, ValueList<OrderRequestCancel> cancels)
    {
        blocks.Put(cancels.Count);
        foreach (var cancel in cancels)
        {
            DigestedEvents.Put(blocks, cancel.Key);
            blocks.Put(cancel.Id?.Value);
        }
    }

    private static void Put(DigestBlocks blocks, ValueList<OrderRequestOpen> opens)
    {
        blocks.Put(opens.Count);
        foreach (var open in opens)
        {
            DigestedEvents.Put(blocks, open.Key);
            blocks.Put((byte)open.Side);
            DigestedEvents.Put(blocks, open.Price);
            blocks.Put(open.Quantity);
            blocks.Put((byte)open.Kind);
            DigestedEvents.Put(blocks, open.TimeInForce);
        }
    }

    private static void Put(DigestBlocks blocks, PositionExited exited)
    {
        blocks.Put(exited.Instrument.Value);
        blocks.Put((byte)exited.Side);
        blocks.Put(exited.PriceEntryAverage);
        blocks.Put(exited.QuantityAbsMax);
        blocks.Put(exited.PnlRealised);
        blocks.Put(exited.FeesEnter);
        blocks.Put(exited.FeesExit);
        blocks.Put(exited.TimeEnter);
        blocks.Put(exited.TimeExit);
        blocks.Put(exited.Trades.Count);
        foreach (var trade in exited.Trades)
        {
            blocks.Put(trade.Value);
        }
    }
}
