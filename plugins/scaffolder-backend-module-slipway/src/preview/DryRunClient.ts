import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { InputError, ResponseError } from '@backstage/errors';
import { z } from 'zod';

const DEADLINE_MS = 30_000;
/** Header with the scaffolder's own token: the template comes from the catalog, not from the caller. */
export const PREVIEW_TOKEN_HEADER = 'x-slipway-preview-token';

/** A file as the dry-run route of the scaffolder takes and gives it. */
export interface SerializedFile {
  readonly path: string;
  readonly base64Content: string;
}

const resultSchema = z.object({
  directoryContents: z.array(
    z.object({ path: z.string(), base64Content: z.string() }),
  ),
  output: z.unknown(),
});

const refusalSchema = z.object({
  errors: z
    .array(z.object({ property: z.string(), message: z.string() }))
    .min(1),
});

export interface DryRunRequest {
  readonly template: Entity;
  readonly values: Record<string, unknown>;
  readonly directoryContents: readonly SerializedFile[];
}

export interface DryRunResult {
  /** The workspace when the run ended. */
  readonly files: readonly SerializedFile[];
  /** `output` of the template. */
  readonly output: unknown;
}

/** Runs a template without side effects. */
export interface DryRunClient {
  /** @throws InputError naming the field when the values are refused, ResponseError otherwise. */
  run(
    request: DryRunRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<DryRunResult>;
}

/** Over the scaffolder's own `POST /v2/dry-run`, so that a preview passes the same checks as a run. */
export class HttpDryRunClient implements DryRunClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): HttpDryRunClient {
    return new HttpDryRunClient(options.auth, options.discovery);
  }

  private constructor(auth: AuthService, discovery: DiscoveryService) {
    this.#auth = auth;
    this.#discovery = discovery;
  }

  async run(
    request: DryRunRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<DryRunResult> {
    const baseUrl = await this.#discovery.getBaseUrl('scaffolder');
    const tokenFor = (onBehalfOf: BackstageCredentials) =>
      this.#auth.getPluginRequestToken({
        onBehalfOf,
        targetPluginId: 'scaffolder',
      });
    const caller = await tokenFor(options.credentials);
    const own = await tokenFor(await this.#auth.getOwnServiceCredentials());
    const response = await fetch(`${baseUrl}/v2/dry-run`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${caller.token}`,
        [PREVIEW_TOKEN_HEADER]: own.token,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ ...request, secrets: {} }),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    if (!response.ok) {
      await throwRefusal(response.clone());
      throw await ResponseError.fromResponse(response);
    }
    const result = resultSchema.parse(await response.json());
    return { files: result.directoryContents, output: result.output };
  }
}

/** The two ways in which a dry run says that the values were wrong: the form's schema, or a step. */
async function throwRefusal(response: Response): Promise<void> {
  if (![400, 409].includes(response.status)) return;
  const body: unknown = await response.json().catch(() => undefined);
  const refusal = refusalSchema.safeParse(body);
  if (refusal.success) {
    const { errors } = refusal.data;
    // Of conditions in a schema the first error says that they are not met; the ones behind it say why.
    const isReason = ({ message }: { message: string }) =>
      !/ schema \[subschema \d+\]/.test(message);
    const { property, message } = errors.find(isReason) ?? errors[0];
    const field = property.replace(/^instance\.?/, '');
    throw new InputError(field ? `${field} ${message}` : message);
  }
  const failure = z
    .object({ error: z.object({ message: z.string() }) })
    .safeParse(body);
  if (failure.success) throw new InputError(failure.data.error.message);
}
