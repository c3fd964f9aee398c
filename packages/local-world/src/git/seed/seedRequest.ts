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

/** A change as somebody asked for it through the portal. */
export interface SeededRequest {
  /** Among the requests of its service. */
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  /** Login. */
  readonly requester: string;
  readonly title: string;
  readonly why: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Commit message and pull request body of a request. */
export function seedRequest(options: SeededRequest): {
  readonly message: string;
  readonly body: string;
} {
  const { service, requester } = options;
  const metadata: RequestMetadata = {
    version: 1,
    id: `demo-${service}-${options.id}`,
    template: `template:default/${templates[service]}`,
    templateVersion: '1',
    requester: `user:default/${requester}`,
    entity: `component:default/${service}`,
    environments: [options.environment],
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
    }\n\nRequested by ${requester} through Slipway.\n\n${formatRequestMetadata(
      metadata,
    )}\n`,
  };
}
