import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import {
  EnvironmentChoice,
  EnvironmentFacts,
  environmentListSchema,
  factsListSchema,
  NameAnswer,
  nameAnswerSchema,
} from './goldenPathSchemas';
import { Preview, previewSchema } from './previewSchemas';

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

  /** What each environment offers. */
  async listFacts(options: {
    signal: AbortSignal;
  }): Promise<EnvironmentFacts[]> {
    const { items } = await this.request({
      path: [...BASE, 'facts'],
      read: factsListSchema.parse,
      ...options,
    });
    return items;
  }

  /** Whether a service may have this name; one that the caller's own earlier run took is free. */
  async checkName(
    name: string,
    options: { signal: AbortSignal },
  ): Promise<NameAnswer> {
    return this.request({
      path: [...BASE, 'names', name],
      read: nameAnswerSchema.parse,
      ...options,
    });
  }

  /** What a run of the template with these values would write. */
  async preview(
    request: { templateRef: string; values: Record<string, unknown> },
    options: { signal: AbortSignal },
  ): Promise<Preview> {
    return this.request({
      method: 'POST',
      path: [...BASE, 'preview'],
      body: request,
      read: previewSchema.parse,
      ...options,
    });
  }
}
