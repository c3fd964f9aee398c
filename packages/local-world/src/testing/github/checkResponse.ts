import { Exchange } from '../../git/http/recordExchange';
import type { SchemaCheck } from './GithubDescription';
import type { Operation } from './Operations';

/**
 * Any operation may answer so, whether or not its description says it:
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
const ANYWHERE = [400, 401, 403, 404, 429, 500, 502, 503, 504];
const BASIC_ERROR = { $ref: '#/components/schemas/basic-error' };

/** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#media-types */
const OTHER_MEDIA = /\b(?:diff|patch|raw|html|sha)\b/;

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** Errors repeat their status, which GitHub describes for some only. */
function withoutStatus(json: unknown, status: number): unknown {
  if (status < 400 || Object(json).status !== String(status)) return json;
  const { status: _, ...rest } = Object(json);
  return rest;
}

/** A list that says how long it is must lead to the rest of it. */
function checkLinks({ url, headers }: Exchange, body: unknown): string[] {
  const { searchParams, pathname } = new URL(url, 'http://host');
  const link = String(headers.link ?? '');
  const total = Number(Object(body).total_count ?? 0);
  const size = Number(searchParams.get('per_page') ?? 30);
  const page = Number(searchParams.get('page') ?? 1);
  const more = total > page * size;
  if (more && !link.includes('rel="next"')) return ['header Link has no next'];
  const strange = link
    .split(', ')
    .filter(Boolean)
    .filter(one => {
      const target = /^<([^>]+)>; rel="(next|prev|first|last)"$/.exec(one)?.[1];
      return !target || !new URL(target).pathname.endsWith(pathname);
    });
  return strange.map(one => `header Link is strange: ${one}`);
}

function checkHeaders(exchange: Exchange, body: unknown): string[] {
  const { headers, method, status } = exchange;
  const wanted = ['x-ratelimit-limit', 'x-ratelimit-remaining'];
  if (method === 'GET' && status === 200) wanted.push('etag');
  return [
    ...wanted
      .filter(name => status < 400 && headers[name] === undefined)
      .map(name => `header ${name} is missing`),
    ...(status === 200 ? checkLinks(exchange, body) : []),
  ];
}

function checkBody(
  { status, headers, body, requestHeaders }: Exchange,
  operation: Operation,
  check: SchemaCheck,
): string[] {
  const described = operation.responses[status];
  const schema =
    described?.content?.['application/json']?.schema ??
    (status >= 400 ? BASIC_ERROR : undefined);
  const json = parseJson(body);
  if (schema) {
    if (json === undefined) {
      // Pages of what stands before GitHub.
      if (status === 502) return [];
      const type = String(headers['content-type'] ?? '');
      const asked = OTHER_MEDIA.test(String(requestHeaders.accept));
      return asked && !type.includes('json')
        ? []
        : [`${status}: the body is no JSON`];
    }
    return check(schema, withoutStatus(json, status)).map(
      found => `${status} body ${found}`,
    );
  }
  const isEmpty = body.length === 0;
  return described?.content || isEmpty ? [] : [`${status}: no body is known`];
}

/** What in an answer is not as described. */
export function checkResponse(
  exchange: Exchange,
  operation: Operation,
  check: SchemaCheck,
): string[] {
  const { method, status, requestHeaders } = exchange;
  if (status === 304) {
    return requestHeaders['if-none-match']
      ? []
      : ['304 was not asked for with If-None-Match'];
  }
  if (!operation.responses[status] && !ANYWHERE.includes(status)) {
    return [`it does not answer ${status}`];
  }
  const headers = checkHeaders(exchange, parseJson(exchange.body));
  if (method === 'HEAD') return headers;
  return [...headers, ...checkBody(exchange, operation, check)];
}
