using System.IO;
using System.Text;
using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.VerifyReceipt;

internal sealed class SendVerifyFunction(VerifyForms forms, VerifyReceiptValidator validator, VerifyReceiptHandler handler, IAntiforgery antiforgery)
{
    private static readonly Refusal Nothing = new("receipt.missing", "Paste the receipt, or choose its file.");

    private static readonly Refusal NoReceipt = new(
        "receipt.none", "This is no receipt of this tracker. Paste the whole text of the receipt, from the first curly brace to the last, or choose the file in which it was saved.");

    [Function("SendVerify")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "receipts/verify")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = await ReadAsync(http, form, cancellationToken);
        return forms.Again(http.HttpContext, form, read.IsAllowed(out var request) ? await handler.HandleAsync(request, cancellationToken) : read.Refusals);
    }

    private async Task<Result<VerifyReceiptRequest>> ReadAsync(HttpRequest http, FormBody form, CancellationToken cancellationToken)
    {
        var given = form.Of(VerifyForms.Pasted) is { Length: > 0 } pasted ? Encoding.UTF8.GetBytes(pasted) : await FileAsync(http, cancellationToken);

        if (given.Length == 0)
        {
            return Nothing;
        }

        // What was copied along with it, before and after, is not part of it.
        var (first, last) = (given.AsSpan().IndexOf((byte)'{'), given.AsSpan().LastIndexOf((byte)'}'));
        return last > first && JsonBody.Read<VerifyReceiptRequest>(given.AsMemory(first..(last + 1))).IsAllowed(out var request) && validator.Validate(request).IsValid
            ? request
            : NoReceipt;
    }

    /// <summary>The file that was chosen, empty if none was: the form as a whole has been read and is not large.</summary>
    private static async Task<byte[]> FileAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();

        if ((await http.ReadFormAsync(cancellationToken)).Files["file"] is { } file)
        {
            await file.CopyToAsync(whole, cancellationToken);
        }

        return whole.ToArray();
    }
}
