import { randomUUID } from 'node:crypto';
import { Response } from 'express';
import { AwsError } from './AwsError';
import { AwsService } from './AwsService';

const escapeXml = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** Objects become nested elements; other values their text. */
function toXml(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return escapeXml(String(value));
  }
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([tag, inner]) => `<${tag}>${toXml(inner)}</${tag}>`)
    .join('');
}

const jsonType = (protocol: AwsService['protocol']) =>
  `application/x-amz-${protocol}`;

/** Writes what an operation returned, in the protocol of its service. */
export function writeResult(
  response: Response,
  service: AwsService,
  operation: string,
  result: unknown,
): void {
  const requestId = randomUUID();
  response.set('x-amzn-requestid', requestId);
  if (service.protocol !== 'query') {
    // end() instead of json(): express would add a charset that the real services do not send.
    response.set('content-type', jsonType(service.protocol));
    response.end(JSON.stringify(result ?? {}));
    return;
  }
  const body = toXml({
    [`${operation}Result`]: result ?? {},
    ResponseMetadata: { RequestId: requestId },
  });
  response.set('content-type', 'text/xml');
  response.end(`<${operation}Response>${body}</${operation}Response>`);
}

/** Writes an error, in the protocol of the service it came from. */
export function writeError(
  response: Response,
  protocol: AwsService['protocol'],
  error: AwsError,
): void {
  const requestId = randomUUID();
  response.status(error.status).set('x-amzn-requestid', requestId);
  const fault = error.status < 500 ? 'Sender' : 'Receiver';
  if (protocol !== 'query') {
    if (error.options.queryCode) {
      response.set('x-amzn-query-error', `${error.options.queryCode};${fault}`);
    }
    response.set('content-type', jsonType(protocol));
    response.end(
      JSON.stringify({ __type: error.code, message: error.message }),
    );
    return;
  }
  const Code = error.options.queryCode ?? error.code;
  const body = toXml({
    Error: { Type: fault, Code, Message: error.message },
    RequestId: requestId,
  });
  response.set('content-type', 'text/xml');
  response.end(`<ErrorResponse>${body}</ErrorResponse>`);
}
