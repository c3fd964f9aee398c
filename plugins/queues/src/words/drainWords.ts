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

/** What stands beside {@link drainShort}: `until empty at this rate`. */
export function drainRemark(drain: DrainForecast): string {
  switch (drain.trend) {
    case 'empty':
      return 'nothing waits';
    case 'draining':
      return 'until empty at this rate';
    case 'steady':
      return 'as many come as go';
    case 'growing':
      return drain.netPerSecond === undefined
        ? 'it grows'
        : `grows by ${formatRate(drain.netPerSecond)}`;
    default:
      return 'no recent rates';
  }
}

/** Both in a phrase: `empty in 12 min at this rate`. */
export function drainWords(drain: DrainForecast): string {
  const remark = drainRemark(drain);
  switch (drain.trend) {
    case 'draining':
      return drain.seconds === undefined
        ? 'draining'
        : `empty in ${formatDuration(drain.seconds)} at this rate`;
    case 'steady':
      return `steady: ${remark}`;
    case 'growing':
      return `${remark}: never empties`;
    default:
      return remark;
  }
}
