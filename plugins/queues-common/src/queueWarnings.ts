import { inWords } from './inWords';
import { QueueWarning } from './types';

/** Which queues may send their dead letters to a queue. @public */
export interface RedriveAllow {
  readonly permission: 'allowAll' | 'byQueue' | 'denyAll';
  /** ARNs, where `byQueue`. */
  readonly sources: readonly string[];
}

/** How a queue is set up, as far as warnings need. @public */
export interface QueueSetup {
  readonly arn: string;
  readonly name: string;
  readonly fifo: boolean;
  readonly encrypted: boolean;
  readonly retentionSeconds: number;
  /** Other queues send their dead letters here. */
  readonly isDlq: boolean;
  /** As on the queue itself, where it is one that takes dead letters. */
  readonly redriveAllow?: RedriveAllow;
  readonly dlq?: DlqSetup;
}

/** @public */
export interface DlqSetup {
  readonly name: string;
  /** `unknown` when it could not be read: nothing is said about it then. */
  readonly state: 'there' | 'missing' | 'unknown';
  readonly setup?: Omit<QueueSetup, 'dlq' | 'isDlq'>;
  /** Whether the catalog has an entity with an owner for it; left out when that is not known. */
  readonly owned?: boolean;
}

const SEVERITIES = ['error', 'warning', 'info'];
const FOURTEEN_DAYS = 'message_retention_seconds = 1209600';

/** What about a queue's setup will hurt one day, the worst first, each with what to write in Terraform. @public */
export function queueWarnings(queue: QueueSetup): QueueWarning[] {
  const warnings = [
    ...ofDlqLink(queue),
    ...unencrypted(queue),
    ...(queue.isDlq ? ofAllowance(queue) : []),
    ...ofDlq(queue),
  ];
  return warnings.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

function ofDlqLink({ name, isDlq, dlq }: QueueSetup): QueueWarning[] {
  if (!dlq) {
    return isDlq
      ? []
      : [
          {
            code: 'no-dlq',
            severity: 'warning',
            message: `${name} has no dead-letter queue: a message that always fails is tried again until it expires, and is then lost.`,
            fix: 'On the aws_sqs_queue, set redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dlq.arn, maxReceiveCount = 5 }), or use the module sqs-queue, which brings one.',
          },
        ];
  }
  return dlq.state === 'missing'
    ? [
        {
          code: 'dlq-missing',
          severity: 'error',
          message: `${name} sends its dead letters to ${dlq.name}, which does not exist: messages that fail have nowhere to go.`,
          fix: `Create ${dlq.name} as an aws_sqs_queue, or point deadLetterTargetArn in the redrive_policy of ${name} at a queue that exists.`,
        },
      ]
    : [];
}

function ofDlq(queue: QueueSetup): QueueWarning[] {
  const { dlq } = queue;
  const found = dlq?.setup;
  if (!dlq || !found) {
    return [];
  }
  return [
    ...unencrypted(found),
    ...ofRetention(queue, found),
    ...ofKinds(queue, found),
    ...ofAllowance(found, queue),
    ...(dlq.owned === false ? [unowned(dlq.name)] : []),
  ];
}

function unencrypted({
  name,
  encrypted,
}: Pick<QueueSetup, 'name' | 'encrypted'>): QueueWarning[] {
  return encrypted
    ? []
    : [
        {
          code: 'unencrypted',
          severity: 'warning',
          message: `${name} is not encrypted at rest.`,
          fix: `On the aws_sqs_queue ${name}, set sqs_managed_sse_enabled = true, or kms_master_key_id for a key of your own.`,
        },
      ];
}

/** FIFO queues start the clock anew when a message is moved, so there the order of the two does not matter. */
function ofRetention(
  { name, fifo, retentionSeconds }: QueueSetup,
  dlq: Pick<QueueSetup, 'name' | 'retentionSeconds'>,
): QueueWarning[] {
  if (fifo || dlq.retentionSeconds > retentionSeconds) {
    return [];
  }
  const kept = inWords(dlq.retentionSeconds);
  return [
    {
      code: 'dlq-retention-short',
      severity: dlq.retentionSeconds < retentionSeconds ? 'error' : 'warning',
      message: `${
        dlq.name
      } keeps messages for ${kept}, no longer than ${name} does (${inWords(
        retentionSeconds,
      )}), and the time on ${name} counts: what failed late is lost at once.`,
      fix: `On the aws_sqs_queue ${dlq.name}, set ${FOURTEEN_DAYS}.`,
    },
  ];
}

function ofKinds(
  { name, fifo }: QueueSetup,
  dlq: Pick<QueueSetup, 'name' | 'fifo'>,
): QueueWarning[] {
  const kind = (isFifo: boolean) => (isFifo ? 'FIFO' : 'standard');
  return fifo === dlq.fifo
    ? []
    : [
        {
          code: 'fifo-mismatch',
          severity: 'error',
          message: `${name} is a ${kind(fifo)} queue and ${
            dlq.name
          } is a ${kind(
            dlq.fifo,
          )} one: SQS does not move dead letters between them.`,
          fix: `Create a ${kind(
            fifo,
          )} dead-letter queue (fifo_queue = ${fifo}) and name it in the redrive_policy of ${name}.`,
        },
      ];
}

function ofAllowance(
  dlq: Pick<QueueSetup, 'name' | 'redriveAllow'>,
  source?: Pick<QueueSetup, 'name' | 'arn'>,
): QueueWarning[] {
  const { name, redriveAllow } = dlq;
  const write = `aws_sqs_queue_redrive_allow_policy for ${name} with redrivePermission = "byQueue"`;
  if (!redriveAllow) {
    return [
      {
        code: 'redrive-allow-missing',
        severity: 'info',
        message: `${name} does not say which queues may use it: any queue of the account can send its dead letters there.`,
        fix: `Add an ${write} and sourceQueueArns = [${
          source ? `the ARN of ${source.name}` : 'the ARNs of its source queues'
        }].`,
      },
    ];
  }
  const denied =
    source &&
    (redriveAllow.permission === 'denyAll' ||
      (redriveAllow.permission === 'byQueue' &&
        !redriveAllow.sources.includes(source.arn)));
  return denied
    ? [
        {
          code: 'redrive-denied',
          severity: 'error',
          message: `${name} does not take dead letters of ${source.name}: its redrive allow policy leaves that queue out.`,
          fix: `Add the ARN of ${source.name} to sourceQueueArns in the ${write}.`,
        },
      ]
    : [];
}

function unowned(name: string): QueueWarning {
  return {
    code: 'dlq-unowned',
    severity: 'info',
    message: `${name} has no owner in the catalog, so nobody is told when dead letters arrive.`,
    fix: `On the aws_sqs_queue ${name}, set tags = { owner = "<group>" }; the catalog then takes it in.`,
  };
}
