import { RequestHandler } from 'express';

/**
 * GitHub answers 304 to a known ETag also when the request says `no-cache`, as `fetch` of browsers and Node does by itself
 * whenever it sends one. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export const conditionalReads: RequestHandler = (request, _response, next) => {
  if (request.headers['if-none-match'] !== undefined) {
    delete request.headers['cache-control'];
  }
  next();
};
