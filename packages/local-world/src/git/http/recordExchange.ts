import { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { RequestHandler } from 'express';

/** A request that the Git host answered, and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  /** From the root of the host, still escaped, with the query. */
  readonly url: string;
  readonly requestHeaders: IncomingHttpHeaders;
  /** Parsed; undefined when there was none. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** Keeps the bytes of an answer while they are sent. */
export function recordExchange(
  onExchange: (exchange: Exchange) => void,
): RequestHandler {
  return (request, response, next) => {
    const chunks: Buffer[] = [];
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
      if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const { write, end } = response;
    response.write = new Proxy(write, {
      apply(target, self, args) {
        keep(args[0]);
        return Reflect.apply(target, self, args);
      },
    });
    response.end = new Proxy(end, {
      apply(target, self, args) {
        keep(args[0]);
        return Reflect.apply(target, self, args);
      },
    });
    response.on('finish', () => {
      const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
      onExchange({
        method: request.method,
        url: request.originalUrl,
        requestHeaders: request.headers,
        requestBody: hasBody ? request.body : undefined,
        status: response.statusCode,
        headers: response.getHeaders(),
        body: Buffer.concat(chunks),
      });
    });
    next();
  };
}
