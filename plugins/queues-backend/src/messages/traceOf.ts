import { PeekedMessage } from '@slipway/plugin-queues-common';
import { ReceivedMessage } from '../clients/ReceivedMessage';

/** https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader */
const XRAY_ROOT = /(?:^|;\s?)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/;
/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT =
  /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;

/** Id of the trace a message belongs to: of OpenTelemetry's attribute, else of X-Ray's header. */
export function traceOf(
  message: ReceivedMessage,
  traceUrl: string | undefined,
): PeekedMessage['trace'] {
  const parent = message.attributes.find(
    ({ name, value }) =>
      name.toLowerCase() === 'traceparent' && typeof value === 'string',
  );
  const id =
    TRACEPARENT.exec(String(parent?.value ?? ''))?.[1] ??
    XRAY_ROOT.exec(message.traceHeader ?? '')?.[1];
  if (!id) return undefined;
  const url = traceUrl?.replaceAll('{traceId}', encodeURIComponent(id));
  return { id, ...(url && { url }) };
}
