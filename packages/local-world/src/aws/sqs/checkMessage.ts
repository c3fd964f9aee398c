import { AwsError } from '../server/AwsError';
import { MessageAttribute, OutgoingMessage } from './SqsMessage';

const MAX_ATTRIBUTES = 10;

/**
 * Characters that a message cannot carry: those XML 1.0 has no way to write.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
const UNSENDABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const invalid = (why: string) => new AwsError('InvalidParameterValue', why);

function checkAttribute(name: string, attribute: MessageAttribute): void {
  const { DataType, StringValue = '', BinaryValue = '' } = attribute;
  const [type] = DataType.split('.');
  const value = type === 'Binary' ? BinaryValue : StringValue;
  if (!/^(?!(aws|amazon)\.)[\w.-]{1,256}$/i.test(name)) {
    throw invalid(`The message attribute name '${name}' is invalid.`);
  }
  if (value === '') {
    throw invalid(
      `The message attribute '${name}' must contain a non-empty message attribute value for message attribute type '${type}'.`,
    );
  }
  if (type === 'Number' && !Number.isFinite(Number(value))) {
    throw invalid(
      `Can't cast the value of message (user) attribute '${name}' to a number.`,
    );
  }
}

/** Bytes of a message as SQS counts them: its body, and name, type and value of each attribute. */
export function sizeOf({ body, attributes = {} }: OutgoingMessage): number {
  return Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue = '', BinaryValue = '' }]) =>
      sum +
      Buffer.byteLength(name) +
      Buffer.byteLength(DataType) +
      Buffer.byteLength(StringValue) +
      Buffer.byteLength(BinaryValue, 'base64'),
    Buffer.byteLength(body),
  );
}

/** Refuses content that SQS refuses. `limit` is the queue's, in bytes. */
export function checkMessage(message: OutgoingMessage, limit: number): void {
  const attributes = Object.entries(message.attributes ?? {});
  if (attributes.length > MAX_ATTRIBUTES) {
    throw invalid(
      `Number of message attributes [${attributes.length}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`,
    );
  }
  attributes.forEach(([name, attribute]) => checkAttribute(name, attribute));
  if (sizeOf(message) > limit) {
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
    );
  }
  const texts = [
    message.body,
    ...attributes.map(([, { StringValue }]) => StringValue ?? ''),
  ];
  if (texts.some(text => UNSENDABLE.test(text))) {
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
      { queryCode: 'InvalidMessageContents' },
    );
  }
}
