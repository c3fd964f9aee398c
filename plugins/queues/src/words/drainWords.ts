import { DrainForecast } from '@slipway/plugin-queues-common';
import { formatDuration, formatRate, NO_DATA } from '@slipway/platform-react';

/** When a queue will be empty, in one or two words: `12 min`, `never`. */
export function drainShort(drain: DrainForecast | undefined): string {
  switch (drain?.trend) {
    case 'empty':
      return 'empty';
    case 'draining':
      return formatDuration(drain.seconds);
    case 'steady':
      return 'steady';
    case 'growing':
      return 'never';
    default:
      return NO_DATA;
  }
}

/** The same in a phrase: `empty in 12 min at this rate`. */
export function drainWords(drain: DrainForecast): string {
  switch (drain.trend) {
    case 'empty':
      return 'nothing waits';
    case 'draining':
      return drain.seconds === undefined
        ? 'draining'
        : `empty in ${formatDuration(drain.seconds)} at this rate`;
    case 'steady':
      return 'steady: as many come as go';
    case 'growing':
      return drain.netPerSecond === undefined
        ? 'growing: never empties'
        : `growing by ${formatRate(drain.netPerSecond)}: never empties`;
    default:
      return 'no recent rates';
  }
}
