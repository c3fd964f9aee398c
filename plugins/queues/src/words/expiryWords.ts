import { DeadLetterExpiry } from '@slipway/plugin-queues-common';
import { formatDuration } from '@slipway/platform-react';

/** When the oldest dead letter is lost: `oldest expires in 9 h`; `at the latest` where the exact time is not known. */
export function expiryWords(expiry: DeadLetterExpiry, now: number): string {
  const time = Date.parse(expiry.exact ?? expiry.latest);
  if (Number.isNaN(time)) return 'expiry unknown';
  const seconds = (time - now) / 1000;
  const limit = expiry.exact ? '' : ' at the latest';
  return seconds <= 0
    ? 'oldest is expiring now'
    : `oldest expires in ${formatDuration(seconds)}${limit}`;
}
