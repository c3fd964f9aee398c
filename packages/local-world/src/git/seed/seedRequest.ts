import {
  formatRequestMetadata,
  REQUEST_ID_TRAILER,
  REQUESTED_BY_TRAILER,
  RequestMetadata,
} from '@slipway/plugin-infra-prs-common';

/** The path that each service of the demo came from. */
const templates: Readonly<Record<string, string>> = {
  'go-worker': 'go-service',
  'quarkus-service': 'quarkus-service',
  'spring-api': 'spring-boot-service',
};

/** Commit message and pull request body of a change that olivia asked for through the portal. */
export function seedRequest(options: {
  readonly service: string;
  /** Default: one for each service. */
  readonly id?: string;
  readonly title: string;
  readonly why: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}): { readonly message: string; readonly body: string } {
  const metadata: RequestMetadata = {
    version: 1,
    id: options.id ?? `demo-${options.service}`,
    template: `template:default/${templates[options.service]}`,
    templateVersion: '1',
    requester: 'user:default/olivia',
    entity: `component:default/${options.service}`,
    environments: ['prod'],
    parameters: options.parameters,
  };
  const trailers = [
    `${REQUESTED_BY_TRAILER}: ${metadata.requester}`,
    `${REQUEST_ID_TRAILER}: ${metadata.id}`,
  ];
  return {
    message: `${options.title}\n\n${options.why}\n\n${trailers.join('\n')}`,
    body: `${
      options.why
    }\n\nRequested by olivia through Slipway.\n\n${formatRequestMetadata(
      metadata,
    )}\n`,
  };
}
