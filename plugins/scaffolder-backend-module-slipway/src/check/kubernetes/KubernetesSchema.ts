import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Ajv, { ErrorObject, SchemaObject, ValidateFunction } from 'ajv';
import { z } from 'zod';

const ID = 'kubernetes';

const schemaFileSchema = z.object({
  kinds: z.record(z.string(), z.looseObject({})),
  $defs: z.record(z.string(), z.looseObject({})),
});

/**
 * Strict JSON schemas of Kubernetes' kinds and those of Argo CD, Argo Rollouts, KEDA and External Secrets, written by
 * `scripts/make-kubernetes-schema.mjs`. A kind is compiled when it is first met: that of a Deployment takes a tenth of
 * a second, a check then less than a millisecond.
 */
export class KubernetesSchema {
  // Errors carry the schema that was broken, for its keys.
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
  });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #kinds: readonly string[];

  constructor(file: z.infer<typeof schemaFileSchema>) {
    const schema: SchemaObject = {
      $id: ID,
      $defs: file.$defs,
      definitions: file.kinds,
    };
    this.#ajv.addSchema(schema);
    this.#kinds = Object.keys(file.kinds);
  }

  knows(apiVersion: string, kind: string): boolean {
    return this.#kinds.includes(`${apiVersion}/${kind}`);
  }

  /** Kinds of an API version that are known here. */
  kindsOf(apiVersion: string): readonly string[] {
    return this.#kinds
      .map(key => [key.slice(0, key.lastIndexOf('/')), key] as const)
      .filter(([version]) => version === apiVersion)
      .map(([version, key]) => key.slice(version.length + 1));
  }

  /** What Ajv finds wrong with an object of a known kind. */
  errorsOf(
    apiVersion: string,
    kind: string,
    object: unknown,
  ): readonly ErrorObject[] {
    const key = `${apiVersion}/${kind}`;
    const pointer = key.replaceAll('/', '~1');
    const validate =
      this.#compiled.get(key) ??
      this.#ajv.compile({ $ref: `${ID}#/definitions/${pointer}` });
    this.#compiled.set(key, validate);
    validate(object);
    return validate.errors ?? [];
  }
}

let loaded: Promise<KubernetesSchema> | undefined;

/** The schema of this package, read once. */
export function readKubernetesSchema(): Promise<KubernetesSchema> {
  loaded ??= readFile(
    resolvePackagePath(
      '@slipway/plugin-scaffolder-backend-module-slipway',
      'assets/kubernetes-schema.json',
    ),
    'utf8',
  ).then(
    text => new KubernetesSchema(schemaFileSchema.parse(JSON.parse(text))),
  );
  return loaded;
}
