import { HostContext } from '../HostContext';
import { GraphqlError } from './GraphqlError';
import { isPullMutation, runPullMutation } from './pullMutations';
import { readMutation } from './readMutation';

/** Answers a mutation of a pull request; undefined for any other operation. */
export async function answerMutation(
  host: HostContext,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  login: string,
) {
  const mutation = readMutation(query, variables);
  if (!mutation || !isPullMutation(mutation.field)) return undefined;
  const { field, input } = mutation;
  try {
    await runPullMutation(host, field, input, login);
    return { data: { [field]: { clientMutationId: null } } };
  } catch (error) {
    if (!(error instanceof GraphqlError)) throw error;
    const { type, message } = error;
    const errors = [{ type, path: [field], message }];
    return { data: { [field]: null }, errors };
  }
}
