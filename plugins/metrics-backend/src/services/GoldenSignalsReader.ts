import {
  GoldenSignals,
  MetricsRange,
  SignalName,
  signalNames,
  TrafficSignals,
} from '@slipway/plugin-metrics-common';
import { MetricsResource } from '@slipway/platform-node';
import { RangeQueryClient } from '../clients/RangeQueryClient';
import { QueryPack, queryPacks } from '../queries/packs';
import { QueryWindow, queryWindow } from '../queries/window';
import { RawSeries, toTrafficSignals } from './toGoldenSignals';

/** What one read of golden signals is about. */
export interface GoldenSignalsKey extends MetricsResource {
  readonly range: MetricsRange;
}

const otherSignals = signalNames.filter(name => name !== 'rate');

/** Asks a workspace for the golden signals of one service. */
export class GoldenSignalsReader {
  readonly #client: RangeQueryClient;
  readonly #now: () => number;

  constructor(client: RangeQueryClient, now: () => number = Date.now) {
    this.#client = client;
    this.#now = now;
  }

  /** @throws UpstreamError when any query fails: half of the signals would be taken for all of them. */
  async read(
    key: GoldenSignalsKey,
    context: { signal: AbortSignal },
  ): Promise<GoldenSignals> {
    const window = queryWindow(key.range, this.#now());
    const found = await Promise.all(
      queryPacks.map(pack => this.#readPack(pack, key, window, context)),
    );
    return {
      environment: key.environment.name,
      serviceName: key.serviceName,
      range: key.range,
      stepSeconds: window.step,
      traffic: found.filter(traffic => traffic !== undefined),
    };
  }

  /** The rate tells whether the service has this kind of metric at all; only then the others are asked for. */
  async #readPack(
    pack: QueryPack,
    key: GoldenSignalsKey,
    window: QueryWindow,
    context: { signal: AbortSignal },
  ): Promise<TrafficSignals | undefined> {
    const ask = (signal: SignalName) =>
      this.#client.queryRange(
        key.environment,
        pack.query(signal, { ...window, serviceName: key.serviceName }),
        window,
        context,
      );
    const rate = await ask('rate');
    if (!rate) return undefined;
    const others = await Promise.all(
      otherSignals.map(async name => [name, await ask(name)] as const),
    );
    const raw: RawSeries = { rate, ...Object.fromEntries(others) };
    return toTrafficSignals(pack.kind, raw, window);
  }
}
