import { parseEntityRef } from '@backstage/catalog-model';
import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import {
  TemplateForm,
  templateFormSchema,
} from '@slipway/plugin-infra-prs-common';

/** Asks Backstage's scaffolder for the form of a template. */
export class TemplateFormClient extends SlipwayApiClient {
  constructor(options: SlipwayApiClientOptions) {
    super('scaffolder', options);
  }

  async get(template: string, signal?: AbortSignal): Promise<TemplateForm> {
    const { namespace, kind, name } = parseEntityRef(template);
    const path = ['v2', 'templates', namespace, kind, name, 'parameter-schema'];
    const read = (json: unknown) => templateFormSchema.parse(json);
    return this.request({ path, signal, read });
  }
}
