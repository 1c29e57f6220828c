using System.Text.Json;
using System.Text.Json.Serialization;

namespace Complaints.Verifier.Receipts;

/// <summary>How JSON is read here: every field is known and there.</summary>
internal static class Reading
{
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
