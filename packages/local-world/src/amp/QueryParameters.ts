import { Millis } from '../world/types';
import { parseDuration } from './promql/literals';
import { PromqlError } from './promql/PromqlError';

/** Parameters of a Prometheus API call, from the query string and the form body together. */
export class QueryParameters {
  constructor(private readonly params: URLSearchParams) {}

  static of(url: string, form: string): QueryParameters {
    const { searchParams } = new URL(url, 'http://localhost');
    const body = new URLSearchParams(form);
    body.forEach((value, name) => searchParams.append(name, value));
    return new QueryParameters(searchParams);
  }

  query(): string {
    return this.params.get('query') ?? '';
  }

  matchers(): readonly string[] {
    return this.params.getAll('match[]');
  }

  /** Seconds since the epoch or RFC 3339. */
  time(name: string): Millis | undefined {
    const text = this.params.get(name);
    if (text === null || text === '') return undefined;
    const seconds = Number(text);
    const time = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text);
    if (Number.isNaN(time)) {
      throw invalid(name, `cannot parse "${text}" to a valid timestamp`);
    }
    return Math.round(time);
  }

  requiredTime(name: string): Millis {
    const time = this.time(name);
    if (time === undefined) {
      throw invalid(name, 'cannot parse "" to a valid timestamp');
    }
    return time;
  }

  /** Seconds or a Prometheus duration. */
  step(): Millis {
    const text = this.params.get('step') ?? '';
    const seconds = text === '' ? Number.NaN : Number(text);
    const step = Number.isFinite(seconds)
      ? seconds * 1000
      : parseDuration(text);
    if (step === undefined || Number.isNaN(step)) {
      throw invalid('step', `cannot parse "${text}" to a valid duration`);
    }
    if (step <= 0) {
      throw invalid(
        'step',
        'zero or negative query resolution step widths are not accepted. Try a positive integer',
      );
    }
    return step;
  }
}

export function invalid(parameter: string, message: string): PromqlError {
  return PromqlError.badData(`invalid parameter "${parameter}": ${message}`);
}
