import { SlipwayCard, SourceStateAlert } from '@slipway/platform-react';
import Typography from '@mui/material/Typography';
import { useAlarms } from '../../hooks/useAlarms';
import { AlarmRows } from './AlarmRows';

/** CloudWatch alarms on the queues of the entity. */
export function AlarmsCard(props: { environment?: string }) {
  const { data, isPending, error } = useAlarms();
  const results = (data?.environments ?? []).filter(
    ({ source }) =>
      !props.environment || source.environment === props.environment,
  );
  const alarms = results.flatMap(result => result.data?.alarms ?? []);
  const answered = results.every(result => result.data);
  return (
    <SlipwayCard
      title="Alarms"
      loading={isPending}
      error={error ?? undefined}
      asOf={results[0]?.asOf}
      empty={
        <Typography variant="body2" color="text.secondary">
          This entity names no queue{' '}
          {props.environment ? `in ${props.environment}` : ''} that alarms could
          watch.
        </Typography>
      }
    >
      {results.length > 0 ? (
        <>
          {results.map(result => (
            <SourceStateAlert key={result.source.environment} result={result} />
          ))}
          {alarms.length > 0 && <AlarmRows alarms={alarms} />}
          {alarms.length === 0 && answered && (
            <Typography variant="body2" color="text.secondary">
              No alarm watches the queues of this entity.
            </Typography>
          )}
        </>
      ) : undefined}
    </SlipwayCard>
  );
}
