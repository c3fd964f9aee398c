import { OutgoingMessage } from '../../aws/sqs/SqsMessage';
import { SeededRandom } from '../SeededRandom';
import { Millis } from '../types';
import { FailureCause, spoil } from './failureCauses';
import { messageBody } from './messageBody';

/** Groups that the messages of a FIFO queue of the demo belong to. */
const GROUPS = 4;

/** `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1`, as X-Ray writes it. */
const traceHeader = (time: Millis, random: SeededRandom): string => {
  const seconds = Math.floor(time / 1000)
    .toString(16)
    .padStart(8, '0');
  const parent = random.hex(16);
  return `Root=1-${seconds}-${random.hex(24)};Parent=${parent};Sampled=1`;
};

/** A message as the services of the demo send it: event, trace and, to a FIFO queue, group. */
export function newMessage(
  eventType: string,
  time: Millis,
  random: SeededRandom,
  how: { readonly fifo: boolean; readonly cause?: FailureCause },
): OutgoingMessage {
  const body = messageBody(eventType, time, random);
  return {
    body: how.cause ? spoil(body, how.cause) : body,
    attributes: { eventType: { DataType: 'String', StringValue: eventType } },
    traceHeader: traceHeader(time, random),
    groupId: how.fifo ? `group-${random.below(GROUPS)}` : undefined,
    deduplicationId: how.fifo ? random.uuid() : undefined,
  };
}
