using System.Text.Encodings.Web;
using System.Text.Unicode;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Complaints.Functions;

/// <summary>Makes pages: their words, their files, and forms that only our own pages can send.</summary>
internal static class PageWiring
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddLocalization();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = FormBody.TokenName;
            forms.Cookie.Name = "complaints-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

            // The content security policy says it already, and more strictly.
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("complaints");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(of => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new FormKeys(new KeyRing(of.GetRequiredService<StorageAccount>().FormKeys))));

        // Cyrillic as it is, not as a number for each letter: a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageFiles>();
        services.AddSingleton<Words>();
        services.AddSingleton<Dates>();
        services.AddSingleton<Forms>();
        services.AddSingleton<ProblemPage>(_ => problem => Show.Page<ProblemView>(new { Problem = problem }, problem.Status));
    }
}
