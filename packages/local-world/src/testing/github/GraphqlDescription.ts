import { existsSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  execute,
  GraphQLSchema,
  GraphQLTypeResolver,
  Kind,
  parse,
  validate,
} from 'graphql';
import { z } from 'zod';
import { Exchange } from '../../git/http/recordExchange';
import { descriptionFile } from './descriptionFile';

const FILE = descriptionFile('graphql-15.26.1.graphql');

const askedSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});
const answerSchema = z.strictObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/** Of an answer that does not say what it is, it is the only type whose fields were asked for. */
const typeOf: GraphQLTypeResolver<{ __typename?: string }, unknown> = (
  { __typename: said },
  _context,
  { fieldNodes },
) => {
  const asked = fieldNodes
    .flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
    .flatMap(selection =>
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.typeCondition?.name.value ?? []
        : [],
    );
  return said ?? (asked.length === 1 ? asked[0] : undefined);
};

/** GitHub's public GraphQL schema, to hold exchanges against. */
export class GraphqlDescription {
  /** Undefined where it was never fetched. */
  static load(file = FILE): GraphqlDescription | undefined {
    if (!existsSync(file)) return undefined;
    // GitHub publishes two fields twice, which is no matter here.
    const options = { assumeValidSDL: true };
    const text = readFileSync(file, 'utf8');
    return new GraphqlDescription(buildSchema(text, options));
  }

  private constructor(private readonly schema: GraphQLSchema) {}

  /**
   * What in an exchange does not fit the schema. The answer is read as the schema would produce it: the same operation,
   * run over the answer, must give the answer again.
   */
  async check({ requestBody, body, status }: Exchange): Promise<string[]> {
    const asked = askedSchema.safeParse(requestBody);
    if (!asked.success) {
      // One that was refused for its credentials, or by a fault, was never read.
      return status >= 400 ? [] : ['GraphQL: the request is no operation'];
    }
    const document = parse(asked.data.query);
    const errors = validate(this.schema, document);
    if (errors.length > 0) return errors.map(one => `GraphQL: ${one.message}`);
    if (status !== 200) return [];
    const answer = answerSchema.safeParse(JSON.parse(body.toString()));
    if (!answer.success) return [`GraphQL answer: ${answer.error.message}`];
    const { data } = answer.data;
    // An answer that failed has null where the schema would not allow it.
    if (answer.data.errors || !data) return [];
    const again = await execute({
      schema: this.schema,
      document,
      rootValue: data,
      variableValues: asked.data.variables,
      // Answers are found under their alias.
      fieldResolver: (source, _args, _context, { path: at }) => source[at.key],
      typeResolver: typeOf,
    });
    const problems = (again.errors ?? []).map(one => one.message);
    const same = JSON.stringify(again.data) === JSON.stringify(data);
    return [
      ...problems,
      ...(same || problems.length > 0
        ? []
        : ['the answer has other fields than were asked for']),
    ].map(problem => `GraphQL answer: ${problem}`);
  }
}
