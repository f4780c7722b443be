using Barter.Journal;

// Holds a session's journal open until it is killed, or its input ends
if (args is ["hold", var directory])
{
    using var journal = SessionJournal.Open(JournalDisk.At(directory), "s", new JournalOptions());
    Console.WriteLine("held");
    Console.In.ReadToEnd();
}
