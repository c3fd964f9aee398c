import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import {
  EnvironmentChoice,
  environmentListSchema,
  PreviewFile,
  previewSchema,
} from './goldenPathSchemas';

const BASE = ['slipway', 'v1'];

/** The routes that plugin-scaffolder-backend-module-slipway adds to the scaffolder. */
export class GoldenPathClient extends SlipwayApiClient {
  static create(options: SlipwayApiClientOptions): GoldenPathClient {
    return new GoldenPathClient('scaffolder', options);
  }

  async listEnvironments(options: {
    signal: AbortSignal;
  }): Promise<EnvironmentChoice[]> {
    const { items } = await this.request({
      path: [...BASE, 'environments'],
      read: environmentListSchema.parse,
      ...options,
    });
    return items;
  }

  /** Every file that a run of the template with these values would write. */
  async preview(
    request: { templateRef: string; values: Record<string, unknown> },
    options: { signal: AbortSignal },
  ): Promise<PreviewFile[]> {
    const { files } = await this.request({
      method: 'POST',
      path: [...BASE, 'preview'],
      body: request,
      read: previewSchema.parse,
      ...options,
    });
    return files;
  }
}
