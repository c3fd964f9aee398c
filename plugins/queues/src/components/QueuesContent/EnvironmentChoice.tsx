import { QueuesResponse } from '@slipway/plugin-queues-common';
import { ChoiceButtons } from '@slipway/platform-react';
import { useEnvironmentFilter } from '../../hooks/useEnvironmentFilter';

const ALL = 'all';

/** Chooses one of the environments that the queues are in; nothing where there is one. */
export function EnvironmentChoice({ queues }: Pick<QueuesResponse, 'queues'>) {
  const { environments, chosen, choose } = useEnvironmentFilter(queues);
  if (environments.length < 2) return null;
  return (
    <ChoiceButtons
      label="Environment"
      choices={[ALL, ...environments]}
      value={chosen ?? ALL}
      onChange={name => choose(name === ALL ? undefined : name)}
    />
  );
}
