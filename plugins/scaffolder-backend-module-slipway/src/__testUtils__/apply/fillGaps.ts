import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gaps } from './deviations';

export interface Proxy {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const isOfConnection = (name: string) =>
  [
    'connection',
    'content-encoding',
    'content-length',
    'expect',
    'keep-alive',
    'transfer-encoding',
  ].includes(name.toLowerCase());

/** Stands before moto and answers the operations that it does not know; everything else is handed on. */
export async function fillGaps(moto: string): Promise<Proxy> {
  const server = createServer((request, response) => {
    handOn(moto, request, response).catch(error => {
      response.writeHead(502).end(String(error));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('No free port');
  }
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function handOn(
  moto: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gap = gaps[String(request.headers['x-amz-target'])];
  if (gap) {
    response
      .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(gap));
    return;
  }
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const answer = await fetch(`${moto}${url}`, {
    method,
    headers: forwarded(headers),
    body: body.length > 0 ? body : undefined,
  });
  const kept = [...answer.headers].filter(([name]) => !isOfConnection(name));
  response.writeHead(answer.status, Object.fromEntries(kept));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** Moto tells its services apart by the host too: that is handed on with the rest. */
function forwarded(headers: IncomingMessage['headers']): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    isOfConnection(name) || value === undefined
      ? []
      : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
}
