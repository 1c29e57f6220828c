using System.Text.Encodings.Web;
using System.Text.Unicode;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.Storage.Forms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Complaints.Functions;

/// <summary>Makes pages: their words, their files, and forms that only our own pages can send.</summary>
internal static class PageWiring
{
    public static void AddPages(this IServiceCollection services, Surroundings surroundings)
    {
        services.AddRazorComponents();
        services.AddLocalization();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = FormBody.TokenName;
            forms.HeaderName = FormBody.TokenHeader;
            forms.Cookie.Name = surroundings.IsDevelopment ? "complaints-form" : $"{Cookies.HostOnly}complaints-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = surroundings.IsDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

            // The content security policy says it already, and more strictly.
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("complaints");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(of => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new FormKeys(
                new KeyRing(of.GetRequiredService<StorageAccount>().FormKeys, of.GetRequiredService<Settings>().VaultKeys), of.GetRequiredService<ILogger<FormKeys>>())));

        // Cyrillic as it is, not as a number for each letter: a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageFiles>();
        services.AddSingleton<Words>();
        services.AddSingleton<Dates>();
        services.AddSingleton<Forms>();
        services.AddSingleton<IsPractice>(of => http => Practice.IsAskedAsync(http, of.GetRequiredService<ElectionStore>()));
        services.AddSingleton<ProblemPage>(_ => (problem, unsent) => Show.Page<ProblemView>(new { Problem = problem, Unsent = unsent?.Typed }, problem.Status));
    }
}
