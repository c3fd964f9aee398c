import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the upstream saw it. */
export interface UpstreamCall {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the upstream answers; `hang` never does. */
export type UpstreamAnswer =
  | { readonly status?: number; readonly json: unknown }
  | 'hang';

/** An HTTP server on loopback in place of an upstream; keeps the calls it got. */
export async function startUpstream(
  answer: (call: UpstreamCall) => UpstreamAnswer,
) {
  const calls: UpstreamCall[] = [];
  const server = createServer(async (request, response) => {
    const call = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://upstream'),
      headers: request.headers,
      body: await text(request),
    };
    calls.push(call);
    const reply = answer(call);
    if (reply === 'hang') return;
    response.statusCode = reply.status ?? 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(reply.json));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
