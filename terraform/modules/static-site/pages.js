// CloudFront Function: a path whose last part has no dot is a page of the app, not a file.
// eslint-disable-next-line no-unused-vars
function handler(event) {
  var request = event.request;
  if (!request.uri.split('/').pop().includes('.')) {
    request.uri = '/index.html';
  }
  return request;
}
