/**
 * Viewer-request function of the distribution: `/thu-tuc/1.001193` is the page `/thu-tuc/1.001193/index.html`. Codes contain dots, so a file is
 * recognised by its known extension, not by having one. A page without its closing slash is served as it is: addresses stay as printed.
 */
export const pageAddresses = `
var file = /\\.(html|css|js|map|json|svg|png|jpg|ico|woff2|webmanifest|xml|txt|pdf|csv|geojson)$/;
function handler(event) {
  var request = event.request;
  if (!file.test(request.uri)) request.uri = request.uri.replace(/\\/+$/, '') + '/index.html';
  return request;
}`;
