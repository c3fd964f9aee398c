import { WorldClock } from '../../../world/types';
import { MetricStore } from '../MetricStore';
import { Alarm, AlarmDefinition } from './Alarm';
import { evaluateAlarm } from './evaluateAlarm';

const EVALUATE_MS = 10_000;

const keyOf = (account: string, region: string, name: string) =>
  `${account}/${region}/${name}`;

/** The metric alarms of all accounts; they evaluate themselves as time goes on. */
export class AlarmStore {
  readonly #alarms = new Map<string, Alarm>();

  constructor(
    private readonly metrics: MetricStore,
    private readonly clock: WorldClock,
  ) {
    clock.every(EVALUATE_MS, () =>
      this.#alarms.forEach(alarm => this.#evaluate(alarm)),
    );
  }

  /** Creates or replaces an alarm; a replaced one keeps its state until it is evaluated. */
  put(
    place: { account: string; region: string },
    definition: AlarmDefinition,
    tags: Readonly<Record<string, string>> = {},
  ): void {
    const { account, region } = place;
    const now = this.clock.now();
    const key = keyOf(account, region, definition.name);
    const before = this.#alarms.get(key);
    const alarm: Alarm = {
      account,
      region,
      arn: `arn:aws:cloudwatch:${region}:${account}:alarm:${definition.name}`,
      tags,
      definition,
      configuredAt: now,
      state: before?.state ?? 'INSUFFICIENT_DATA',
      reason: before?.reason ?? 'Unchecked: Initial alarm creation',
      updatedAt: before?.updatedAt ?? now,
      changedAt: before?.changedAt ?? now,
    };
    this.#alarms.set(key, alarm);
    this.#evaluate(alarm);
  }

  delete(account: string, region: string, name: string): boolean {
    return this.#alarms.delete(keyOf(account, region, name));
  }

  list(account: string, region: string): readonly Alarm[] {
    return [...this.#alarms.values()]
      .filter(alarm => alarm.account === account && alarm.region === region)
      .sort((a, b) => (a.definition.name < b.definition.name ? -1 : 1));
  }

  clear(): void {
    this.#alarms.clear();
  }

  #evaluate(alarm: Alarm): void {
    const { account, region, definition } = alarm;
    const series = this.metrics.find({
      account,
      region,
      namespace: definition.namespace,
      name: definition.metricName,
      dimensions: definition.dimensions,
    });
    const now = this.clock.now();
    const verdict = evaluateAlarm(definition, series, now);
    if (!verdict) {
      return;
    }
    if (verdict.state !== alarm.state) {
      alarm.changedAt = now;
      alarm.updatedAt = now;
      alarm.reason = verdict.reason;
    }
    alarm.state = verdict.state;
  }
}
