import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import Ajv from 'ajv';
import request from 'supertest';
import { parse } from 'yaml';
import { startGoldenBackend } from '../__testUtils__/goldenBackend';

// A backend starts, or schemas compile; a busy machine takes its time.
jest.setTimeout(60_000);

interface ListedAction {
  readonly id: string;
  readonly description: string;
  readonly examples: ReadonlyArray<{ readonly example: string }>;
  readonly schema: { readonly input: object; readonly output: object };
}

/** What earlier steps give stands as an expression; it is an object in all of them. */
const filledIn = (key: string, value: unknown) =>
  key !== 'action' && typeof value === 'string' && value.startsWith('${{')
    ? {}
    : value;

describe('the actions', () => {
  let backend: TestBackend;
  let actions: readonly ListedAction[];

  beforeAll(async () => {
    backend = await startGoldenBackend();
    const { body } = await request(backend.server)
      .get('/api/scaffolder/v2/actions')
      .set('authorization', mockCredentials.user.header());
    const listed: readonly ListedAction[] = body;
    actions = listed.filter(({ id }) => id.startsWith('slipway:'));
  });

  afterAll(() => backend?.stop());

  it('have examples that their own schemas take', () => {
    const ajv = new Ajv({ strict: false });
    const problems = actions.flatMap(({ id, examples, schema }) =>
      examples.flatMap(({ example }) => {
        const [step] = parse(example).steps;
        const input = JSON.parse(JSON.stringify(step.input), filledIn);
        const takes = ajv.validate(schema.input, input);
        return step.action === id && takes
          ? []
          : [`${id}: ${ajv.errorsText()}`];
      }),
    );
    expect(problems).toEqual([]);
    expect(actions.map(({ id }) => id).sort()).toEqual([
      'slipway:cost:estimate',
      'slipway:infra:check',
      'slipway:infra:render',
      'slipway:repository:lookup',
      'slipway:request:describe',
      'slipway:request:open',
    ]);
    const unexplained = actions.filter(
      ({ description, examples }) => !description || examples.length === 0,
    );
    expect(unexplained).toEqual([]);
  });
});
