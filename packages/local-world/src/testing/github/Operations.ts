import { z } from 'zod';

const media = z.object({ schema: z.unknown().optional() });
const content = z.record(z.string(), media).optional();
const ref = z.object({ $ref: z.string() });
const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  schema: z.unknown(),
});
const response = z.object({
  headers: z.record(z.string(), z.unknown()).default({}),
  content,
});
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([ref, parameter])).default([]),
  requestBody: z
    .object({ required: z.boolean().default(false), content })
    .optional(),
  responses: z.record(z.string(), z.union([ref, response])),
});

/** The parts of GitHub's description of its API that are used here. */
export const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    parameters: z.record(z.string(), parameter),
    responses: z.record(z.string(), response),
  }),
});

export type Description = z.infer<typeof descriptionSchema>;

/** An operation of the API with what it refers to. */
export interface Operation {
  /** `GET /repos/{owner}/{repo}` */
  readonly name: string;
  /** As they stand in the path, unescaped. */
  readonly pathValues: Readonly<Record<string, string>>;
  readonly parameters: ReadonlyArray<z.infer<typeof parameter>>;
  readonly requestBody?: z.infer<typeof operation>['requestBody'];
  readonly responses: Readonly<Record<string, z.infer<typeof response>>>;
}

const isParameter = (part: string) => /^\{.*\}$/.test(part);

/** Values of the parameters when the path fits; a parameter may be of more than one part where it says so. */
function match(
  template: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const names: string[] = [];
  const source = template
    .split('/')
    .map(part => {
      const pieces = part.split(/(\{[^}]+\})/).map(piece => {
        if (!isParameter(piece)) return piece.replace(/[.+]/g, '\\$&');
        names.push(piece.slice(1, -1));
        return template.endsWith(`/contents/${piece}`) ? '(.*)' : '([^/]+)';
      });
      return pieces.join('');
    })
    .join('/');
  const found = new RegExp(`^${source}$`).exec(path);
  if (!found) return undefined;
  return Object.fromEntries(
    names.map((name, index) => [name, decodeURIComponent(found[index + 1])]),
  );
}

/** A part that is spelled out wins over one that is a parameter. */
const rank = (template: string) =>
  template
    .split('/')
    .map(part => (isParameter(part) ? '1' : '0'))
    .join('');

/** Finds the operation that a request asks for. */
export class Operations {
  readonly #description: Description;
  readonly #templates: readonly string[];

  constructor(description: Description) {
    this.#description = description;
    this.#templates = Object.keys(description.paths).sort((a, b) =>
      rank(a).localeCompare(rank(b)),
    );
  }

  find(method: string, path: string): Operation | undefined {
    for (const template of this.#templates) {
      const described = this.#description.paths[template][method.toLowerCase()];
      if (!described) continue;
      const pathValues = match(template, path);
      if (pathValues) {
        return this.#resolve(`${method} ${template}`, described, pathValues);
      }
    }
    return undefined;
  }

  #resolve(
    name: string,
    described: unknown,
    pathValues: Operation['pathValues'],
  ): Operation {
    const { parameters, requestBody, responses } = operation.parse(described);
    const { components } = this.#description;
    const last = ($ref: string) => $ref.slice($ref.lastIndexOf('/') + 1);
    return {
      name,
      pathValues,
      parameters: parameters.map(one =>
        '$ref' in one ? components.parameters[last(one.$ref)] : one,
      ),
      requestBody,
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, one]) => [
          status,
          '$ref' in one ? components.responses[last(one.$ref)] : one,
        ]),
      ),
    };
  }
}
