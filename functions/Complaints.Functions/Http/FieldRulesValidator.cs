using System.Globalization;
using System.Text.Json;
using Complaints.Domain.Rulebooks;
using FluentValidation;
using FluentValidation.Internal;

namespace Complaints.Functions.Http;

/// <summary>The rules of form that several requests share. Each has a stable code; the message names the way out.</summary>
internal static class FieldRulesValidator
{
    /// <summary>Lets every refusal name a field as the request writes it: <c>occurredAt</c>, <c>identity.name</c>.</summary>
    public static void UseFieldNames() =>
        ValidatorOptions.Global.PropertyNameResolver = (_, member, expression) => member is null
            ? null
            : string.Join('.', PropertyChain.FromExpression(expression).ToString().Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    public static IRuleBuilderOptions<T, TValue> Present<T, TValue>(this IRuleBuilder<T, TValue> rule) =>
        rule.NotEmpty().WithErrorCode("field.missing").WithMessage("'{PropertyPath}' is needed.");

    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, IReadOnlyCollection<string> codes) =>
        rule.Must(value => value is null || codes.Contains(value))
            .WithErrorCode("field.not-a-code")
            .WithMessage((_, value) => $"'{value}' is not one of: {string.Join(", ", codes)}.");

    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int characters) =>
        rule.Must(value => value is null || value.Length <= characters)
            .WithErrorCode("field.too-long")
            .WithMessage("'{PropertyPath}' takes " + characters.ToString(CultureInfo.InvariantCulture) + " characters at most.");

    public static IRuleBuilderOptions<T, string?> Zone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(value => value is null || Zones.Find(value) is not null)
            .WithErrorCode("field.not-a-zone")
            .WithMessage((_, value) => $"'{value}' is not a time zone of the tz database; one is Asia/Almaty.");
}
