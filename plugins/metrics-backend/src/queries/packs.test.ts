import { parser } from '@prometheus-io/lezer-promql';
import { signalNames } from '@slipway/plugin-metrics-common';
import { queryPacks } from './packs';

function syntaxErrors(query: string): number {
  let errors = 0;
  parser.parse(query).iterate({
    enter: node => {
      if (node.type.isError) errors += 1;
    },
  });
  return errors;
}

describe('queryPacks', () => {
  const all = queryPacks.flatMap(pack =>
    signalNames.map(signal => ({
      pack,
      signal,
      name: `${pack.kind} ${signal}`,
    })),
  );

  it.each(all)('$name is valid PromQL for any name', ({ pack, signal }) => {
    for (const serviceName of ['order-mailer', 'a"} or vector(1) #', 'b\\']) {
      const query = pack.query(signal, { serviceName, windowSeconds: 60 });
      expect(syntaxErrors(query)).toBe(0);
      expect(query).toContain('[60s]');
    }
  });

  it('reads the metrics of the OpenTelemetry conventions', () => {
    const values = { serviceName: 'orders', windowSeconds: 60 };
    const [http, messaging] = queryPacks;
    expect(http.query('rate', values)).toBe(
      'sum(rate(http_server_request_duration_seconds_count{service_name="orders"}[60s]))',
    );
    expect(messaging.query('errorRatio', values)).toContain(
      'messaging_process_duration_seconds_count{service_name="orders",error_type!=""}',
    );
    expect(messaging.query('p95', values)).toBe(
      'histogram_quantile(0.95, sum by (le) (rate(messaging_process_duration_seconds_bucket{service_name="orders"}[60s])))',
    );
  });
});
