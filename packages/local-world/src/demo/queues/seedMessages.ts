import { Queue } from '../../aws/sqs/Queue';
import { OutgoingMessage, SqsMessage } from '../../aws/sqs/SqsMessage';
import { SeededRandom } from '../../world/SeededRandom';
import { errorAttributes } from '../../world/traffic/failureCauses';
import { eventTypeOf } from '../../world/traffic/messageBody';
import { newMessage } from '../../world/traffic/newMessage';
import { Millis } from '../../world/types';
import { DemoLetter } from './DemoQueue';

const HOUR = 3_600_000;

function sentAt(
  queue: Queue,
  message: OutgoingMessage,
  time: Millis,
  random: SeededRandom,
): SqsMessage {
  const { body, attributes = {}, traceHeader } = message;
  return {
    id: random.uuid(),
    body,
    attributes,
    traceHeader,
    senderId: `arn:aws:sts::${queue.identity.account}:assumed-role/upstream`,
    sequence: 0,
    sentAt: time,
    arrivedAt: time,
    receiveCount: 0,
    visibleAt: time,
  };
}

/** A dead letter that `queue` gave up on some hours before `now`. */
export function deadLetter(
  queue: Queue,
  environment: string,
  [hoursAgo, cause]: DemoLetter,
  now: Millis,
): SqsMessage {
  const time = now - hoursAgo * HOUR;
  const random = new SeededRandom(
    SeededRandom.seedOf(`${queue.arn}@${hoursAgo}`),
  );
  const eventType = eventTypeOf(queue.name, environment);
  const message = newMessage(eventType, time, random, { fifo: false, cause });
  const letter = sentAt(queue, message, time, random);
  return {
    ...letter,
    attributes: { ...letter.attributes, ...errorAttributes(cause) },
    receiveCount: 3,
    firstReceivedAt: time + 900,
    deadLetterSource: queue.arn,
  };
}

/** Puts a backlog in, sent evenly over the last `hours`. */
export function seedBacklog(
  queue: Queue,
  environment: string,
  messages: number,
  hours: number,
  now: Millis,
): void {
  const random = new SeededRandom(SeededRandom.seedOf(`${queue.arn}/backlog`));
  const eventType = eventTypeOf(queue.name, environment);
  for (let at = 0; at < messages; at += 1) {
    const time = now - hours * HOUR * (1 - at / messages);
    const message = newMessage(eventType, time, random, { fifo: false });
    queue.accept(sentAt(queue, message, time, random), now);
  }
}
