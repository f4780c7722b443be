using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Barter.Journal;

/// <summary>Makes the names in a directory durable, which a flush of the files does not.</summary>
/// <remarks>.NET opens no directories, so Linux is asked itself; elsewhere the file system sees to it.</remarks>
internal static partial class DurableDirectory
{
    private const int ReadOnlyCloseOnExec = 0x80000;

    public static void Flush(string directory)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(directory, ReadOnlyCloseOnExec);
        if (descriptor < 0)
        {
            throw new IOException(
                $"{directory} cannot be made durable: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);
}
