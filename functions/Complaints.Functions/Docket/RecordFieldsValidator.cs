using Complaints.Domain.Docket;
using FluentValidation;
using FluentValidation.Results;

namespace Complaints.Functions.Docket;

/// <summary>Lets a validator ask the rules of the record's own fields, the same that corrections follow.</summary>
internal static class RecordFieldsValidator
{
    /// <summary>The value goes into this field of the record.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Follows<T>(this IRuleBuilder<T, string?> rule, string field) => rule.Custom((value, context) =>
    {
        if (FieldRules.Of(field).Refuse(context.PropertyPath, value) is { } refusal)
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, refusal.Message) { ErrorCode = refusal.Code });
        }
    });
}
