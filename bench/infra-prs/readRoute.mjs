import http from 'node:http';
import { gunzipSync } from 'node:zlib';

/**
 * Reads a route of the backend as a browser does, and says what went over the wire. Node's fetch does not tell.
 *
 * @returns status, milliseconds, bytes on the wire (`wire`) and unpacked (`bytes`), the ETag and the parsed body
 */
export async function readRoute({ portal, token }, route, etag) {
  const started = performance.now();
  const headers = {
    Authorization: `Bearer ${token}`,
    'Accept-Encoding': 'gzip',
    ...(etag && { 'If-None-Match': etag }),
  };
  const url = `${portal.backend}/api/slipway-infra-prs/v1/${route}`;
  const reply = await new Promise((resolve, reject) => {
    http.get(url, { headers }, resolve).on('error', reject);
  });
  const chunks = [];
  for await (const chunk of reply) chunks.push(chunk);
  const ms = performance.now() - started;
  const wire = Buffer.concat(chunks);
  const packed = reply.headers['content-encoding'] === 'gzip';
  const text = packed ? gunzipSync(wire) : wire;
  return {
    status: reply.statusCode,
    ms,
    wire: wire.length,
    bytes: text.length,
    etag: reply.headers.etag,
    body: reply.statusCode === 200 ? JSON.parse(text) : undefined,
  };
}

/** As {@link readRoute}, and fails for all but an answer. */
export async function readAnswer(viewer, route) {
  const answer = await readRoute(viewer, route);
  if (answer.status !== 200) {
    throw new Error(`${route} answered ${answer.status}`);
  }
  return answer;
}
