namespace Barter.TestKit.Running;

/// <summary>What can befall one order.</summary>
internal enum FaultKind : byte
{
    AckLost,
    AckLateAfterTimeout,
    Rejected,
    FillBeforeAck,
    FillAfterCancelAccepted,
    CancelRejectBecauseFilled,
    DuplicateFillBySocketAndPoll,
    OutOfOrderFills,
    Overfill,
    PartialThenDisconnect,
    Disconnect,
}
