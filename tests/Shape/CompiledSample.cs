// Every way round a text rule that somebody found: the compiled code says it all the same.
using D = Complaints.Domain;

namespace Complaints.Shape.Tests.Samples;

internal sealed class CompiledSample
{
    [System.ComponentModel.TypeConverter(typeof(D.Docket.Proceeding))]
    public static int Attributed => 1;

    public static string Alias() => D.Rulebooks.Zones.Version;

    public static string Hole() => $"{typeof(D.Docket.Complaint)}";

    public static async Task<object?> LaterAsync()
    {
        await Task.Yield();
        return Array.Empty<D.Lifecycle.Position>();
    }
}

internal delegate void CompiledDelegate(D.Alerts.Alert alert);
