import { TrafficKind } from '@slipway/plugin-metrics-common';

/** What the signals of each kind of work are called. */
export const trafficWords: Readonly<
  Record<
    TrafficKind,
    { readonly title: string; readonly rate: string; readonly unit: string }
  >
> = {
  http: { title: 'HTTP requests', rate: 'Requests', unit: 'req/s' },
  messaging: { title: 'Messages', rate: 'Messages', unit: 'msg/s' },
};
