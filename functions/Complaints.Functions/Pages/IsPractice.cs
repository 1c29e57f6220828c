using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Pages;

/// <summary>Whether what the address of this request names, a complaint or an election, is there to practise on and never counts. Said to those alone who have a part in it.</summary>
internal delegate ValueTask<bool> IsPractice(HttpContext http);
