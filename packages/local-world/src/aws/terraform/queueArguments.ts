import { z } from 'zod';

/** Arguments of `aws_sqs_queue` and the attribute each one sets. */
const attributeOf: Readonly<Record<string, string>> = {
  delay_seconds: 'DelaySeconds',
  max_message_size: 'MaximumMessageSize',
  message_retention_seconds: 'MessageRetentionPeriod',
  receive_wait_time_seconds: 'ReceiveMessageWaitTimeSeconds',
  visibility_timeout_seconds: 'VisibilityTimeout',
  policy: 'Policy',
  redrive_policy: 'RedrivePolicy',
  redrive_allow_policy: 'RedriveAllowPolicy',
  kms_master_key_id: 'KmsMasterKeyId',
  kms_data_key_reuse_period_seconds: 'KmsDataKeyReusePeriodSeconds',
  sqs_managed_sse_enabled: 'SqsManagedSseEnabled',
  fifo_queue: 'FifoQueue',
  content_based_deduplication: 'ContentBasedDeduplication',
  deduplication_scope: 'DeduplicationScope',
  fifo_throughput_limit: 'FifoThroughputLimit',
};

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Attributes of a queue from its Terraform arguments; what is unset or false-by-default is left out. */
export function queueAttributesFrom(
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [argument, name] of Object.entries(attributeOf)) {
    const value = scalar.safeParse(values[argument]);
    // SQS knows FifoQueue=false only by its absence.
    if (value.success && !(name === 'FifoQueue' && value.data === false)) {
      attributes[name] = String(value.data);
    }
  }
  return attributes;
}

/** Tags, those of the provider's `default_tags` included. */
export function tagsFrom(
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const tags = z.record(z.string(), z.string());
  return (
    tags.safeParse(values.tags_all).data ??
    tags.safeParse(values.tags).data ??
    {}
  );
}
