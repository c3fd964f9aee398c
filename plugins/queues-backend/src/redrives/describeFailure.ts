/** Codes by which SQS says why a task failed, in words and with what helps. */
const REASONS: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /CouldNotDetermineMessageSource/,
    'SQS does not know which queue some messages came from: they were sent to the dead-letter queue directly. Choose messages one by one, or move those by hand',
  ],
  [
    /NonExistentQueue|QueueDoesNotExist|DestinationQueueDoesNotExist/,
    'A queue that messages came from does not exist any more',
  ],
  [
    /AccessDenied|Unauthorized/,
    'The role of Slipway may not receive and delete here, or not send to a source queue: sqs:ReceiveMessage, sqs:DeleteMessage, sqs:SendMessage',
  ],
  [/Kms/i, 'A KMS key could not be used: kms:Decrypt and kms:GenerateDataKey'],
];

/** @param code - What SQS answered, such as `CouldNotDetermineMessageSource`. */
export function describeFailure(code: string | undefined): string {
  const known = REASONS.find(([pattern]) => pattern.test(code ?? ''));
  if (known) return known[1];
  const name = (code ?? '').replace(/[^\w .:-]/g, '').slice(0, 120);
  return name ? `SQS stopped the task: ${name}` : 'SQS stopped the task';
}
