import { MessageBody } from '@slipway/plugin-queues-common';
import { formatNumber } from '@slipway/platform-react';

const exact = new Intl.NumberFormat('en');
const KINDS = { json: 'JSON', text: 'text', binary: 'bytes' } as const;

/** How the body was unpacked, and what was found: `base64 → gzip → JSON`. */
export function bodyKindWords({ decoded, kind }: MessageBody): string {
  return [...decoded, KINDS[kind]].join(' → ');
}

/** What is not as it is in the queue. */
export function bodyNotes(body: MessageBody, asTree: boolean): string[] {
  const { masked, truncatedAt, kind } = body;
  const unit = kind === 'binary' ? 'bytes' : 'characters';
  return [
    ...(masked > 0
      ? [
          masked === 1
            ? '1 value is masked: the portal never shows it.'
            : `${formatNumber(
                masked,
              )} values are masked: the portal never shows them.`,
        ]
      : []),
    ...(truncatedAt === undefined
      ? []
      : [
          `Cut: only the first ${exact.format(truncatedAt)} ${unit} are shown.`,
        ]),
    ...(kind === 'json' && !asTree && truncatedAt === undefined
      ? [
          'Shown as text: too deep or too long for a tree, or its numbers would be rounded.',
        ]
      : []),
  ];
}
