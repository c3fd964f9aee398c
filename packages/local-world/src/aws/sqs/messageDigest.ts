import { createHash } from 'node:crypto';
import { MessageAttribute } from './SqsMessage';

/** MD5 that SQS sends back, so that clients can check what arrived. Hex. */
export const md5 = (data: string | Buffer): string =>
  createHash('md5').update(data).digest('hex');

function framed(data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, data]);
}

/**
 * MD5 of message attributes; undefined when there are none.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function attributesMd5(
  attributes: Readonly<Record<string, MessageAttribute>>,
): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) {
    return undefined;
  }
  const parts = names.flatMap(name => {
    const { DataType, StringValue, BinaryValue } = attributes[name];
    const binary = DataType.startsWith('Binary');
    const value = binary
      ? Buffer.from(BinaryValue ?? '', 'base64')
      : Buffer.from(StringValue ?? '');
    return [
      framed(Buffer.from(name)),
      framed(Buffer.from(DataType)),
      Buffer.from([binary ? 2 : 1]),
      framed(value),
    ];
  });
  return md5(Buffer.concat(parts));
}

/** MD5 of the one attribute of the system that a sender can set; undefined without it. */
export const systemAttributesMd5 = (
  traceHeader: string | undefined,
): string | undefined =>
  traceHeader === undefined
    ? undefined
    : attributesMd5({
        AWSTraceHeader: { DataType: 'String', StringValue: traceHeader },
      });
