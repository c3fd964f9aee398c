import { Millis } from '../../../world/types';
import { MetricSeries } from '../MetricSeries';
import { statisticOf } from '../statisticOf';
import { AlarmDefinition, AlarmState, comparisons } from './Alarm';

/** State and the reason CloudWatch would give; undefined keeps the state (missing data that is to be ignored). */
export interface AlarmVerdict {
  readonly state: AlarmState;
  readonly reason: string;
}

const words: Readonly<Record<AlarmDefinition['comparison'], string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

const plural = (count: number) => `${count} datapoint${count === 1 ? '' : 's'}`;

function withoutData(definition: AlarmDefinition): AlarmVerdict | undefined {
  const reason = `Threshold Crossed: no datapoints were received for ${
    definition.evaluationPeriods
  } period${
    definition.evaluationPeriods === 1 ? '' : 's'
  } and missing datapoints were treated as [${definition.treatMissingData}].`;
  switch (definition.treatMissingData) {
    case 'breaching':
      return { state: 'ALARM', reason };
    case 'notBreaching':
      return { state: 'OK', reason };
    case 'missing':
      return {
        state: 'INSUFFICIENT_DATA',
        reason: `Insufficient Data: ${definition.evaluationPeriods} datapoints were unknown.`,
      };
    default:
      return undefined;
  }
}

/** Evaluates an alarm over its last periods; the running one counts once it has data. */
export function evaluateAlarm(
  definition: AlarmDefinition,
  series: MetricSeries | undefined,
  now: Millis,
): AlarmVerdict | undefined {
  const period = definition.period * 1000;
  const running = Math.floor(now / period) * period;
  const begun = (series?.lastTime ?? 0) >= running;
  const end = begun ? running + period : running;
  const start = end - definition.evaluationPeriods * period;
  const statistic = statisticOf(definition.statistic);
  const values = (series?.read(start, end, period) ?? []).map(statistic);
  if (values.length === 0) {
    return withoutData(definition);
  }
  const { comparison, threshold } = definition;
  const breaching = values.filter(value =>
    comparisons[comparison](value, threshold),
  );
  const missing =
    definition.treatMissingData === 'breaching'
      ? definition.evaluationPeriods - values.length
      : 0;
  const alarm = breaching.length + missing >= definition.datapointsToAlarm;
  const shown = alarm ? breaching : values;
  const verb = `${shown.length === 1 ? 'was' : 'were'}${alarm ? '' : ' not'}`;
  return {
    state: alarm ? 'ALARM' : 'OK',
    reason: `Threshold Crossed: ${plural(shown.length)} [${shown.join(
      ', ',
    )}] ${verb} ${words[comparison]} the threshold (${threshold}).`,
  };
}
