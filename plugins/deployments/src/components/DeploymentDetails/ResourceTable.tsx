import { Deployment } from '@slipway/plugin-deployments-common';
import { DetailsTable } from './DetailsTable';

/** Resources that are out of sync or unhealthy. */
export function ResourceTable(props: { resources: Deployment['resources'] }) {
  return (
    <DetailsTable
      title="Resources that need a look"
      columns={['Resource', 'Sync', 'Health', 'Message']}
      rows={props.resources.map(({ kind, namespace, name, ...resource }) => ({
        key: `${kind} ${namespace} ${name}`,
        cells: [
          `${kind} ${namespace ? `${namespace}/` : ''}${name}`,
          resource.status,
          resource.health,
          resource.message,
        ],
      }))}
    />
  );
}
