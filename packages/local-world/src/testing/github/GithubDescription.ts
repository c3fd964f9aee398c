import { existsSync, readFileSync } from 'node:fs';
import Ajv2019, { ValidateFunction } from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { Exchange } from '../../git/http/recordExchange';
import { descriptionFile } from './descriptionFile';
import { descriptionSchema, Operation, Operations } from './Operations';
import { toJsonSchema } from './toJsonSchema';
import { checkRequest } from './checkRequest';
import { checkResponse } from './checkResponse';

const FILE = descriptionFile('openapi-23.0.2.json');

/** Says what is wrong with a value, in words; nothing when it is as described. */
export type SchemaCheck = (schema: unknown, value: unknown) => string[];

function createAjv(coerceTypes: 'array' | false) {
  const ajv = new Ajv2019({ allErrors: true, strict: false, coerceTypes });
  addFormats(ajv);
  // Names that GitHub's description uses beyond the standard ones.
  ajv.addFormat('repo.nwo', /^[\w.-]+\/[\w.-]+$/);
  ajv.addFormat('timestamp', true);
  return ajv;
}

/** GitHub's own description of its REST API (OpenAPI), to hold exchanges against. */
export class GithubDescription {
  readonly #operations: Operations;
  readonly #components: object;
  readonly #compiled = new Map<unknown, ValidateFunction>();
  readonly #ajv: Readonly<Record<'exact' | 'coercing', Ajv2019>>;

  /** Undefined where it was never fetched. */
  static load(file = FILE): GithubDescription | undefined {
    if (!existsSync(file)) return undefined;
    const text = readFileSync(file, 'utf8');
    return new GithubDescription(JSON.parse(text));
  }

  constructor(json: unknown) {
    const description = descriptionSchema.parse(json);
    this.#operations = new Operations(description);
    const convert = (closed: boolean) =>
      Object.fromEntries(
        Object.entries(description.components.schemas).map(([name, schema]) => [
          name,
          toJsonSchema(schema, closed),
        ]),
      );
    this.#components = {
      $id: 'github',
      open: convert(false),
      closed: convert(true),
    };
    this.#ajv = { exact: createAjv(false), coercing: createAjv('array') };
    this.#ajv.exact.addSchema(this.#components);
    this.#ajv.coercing.addSchema(this.#components);
  }

  /** What in an exchange is not as GitHub describes it. `url` counts from the root of the API. */
  check(exchange: Exchange): string[] {
    const { pathname } = new URL(exchange.url, 'http://host');
    // As everywhere, HEAD is GET without the body.
    const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
    const operation = this.#operations.find(method, pathname);
    if (!operation) {
      return [`${exchange.method} ${pathname}: GitHub has no such operation`];
    }
    return [
      ...this.#ofRequest(exchange, operation),
      ...checkResponse(exchange, operation, this.#checkWith('exact')),
    ].map(problem => `${operation.name}: ${problem}`);
  }

  #ofRequest(exchange: Exchange, operation: Operation): string[] {
    // What was refused as invalid may well have been sent to be refused.
    if ([400, 404, 422].includes(exchange.status)) return [];
    return checkRequest(exchange, operation, {
      exact: this.#checkWith('exact'),
      coercing: this.#checkWith('coercing'),
    });
  }

  #checkWith(kind: 'exact' | 'coercing'): SchemaCheck {
    return (schema, value) => {
      const key = `${kind} ${JSON.stringify(schema)}`;
      const validate =
        this.#compiled.get(key) ??
        this.#ajv[kind].compile(Object(toJsonSchema(schema, true)));
      this.#compiled.set(key, validate);
      validate(structuredClone(value));
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
      );
    };
  }
}
