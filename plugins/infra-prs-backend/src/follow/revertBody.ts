import {
  codeText,
  formatRequestMetadata,
  parseRequestMetadata,
  RequestMetadata,
} from '@slipway/plugin-infra-prs-common';
import { Person } from '../services/approvers';
import { Assessment } from '../services/assessChange';
import { PullFacts } from '../services/changeFacts';

/**
 * What the pull request says that takes another back: a request of its own, by the person who opens it, about the same
 * entity. Without an entity it says no more than which change it takes back. Pure.
 */
export function revertBody(
  pull: PullFacts,
  { entityRef, environments }: Assessment,
  { userEntityRef }: Person,
): { body: string; metadata?: RequestMetadata } {
  const { number, title } = pull;
  const words = `Reverts #${number}, ${codeText(
    title,
  )}.\n\nIt needs a plan and an approval of its own.`;
  if (!entityRef || !userEntityRef) return { body: words };
  const before = parseRequestMetadata(pull.body);
  const metadata: RequestMetadata = {
    version: 1,
    id: `revert-${number}`,
    template: before?.template ?? 'template:default/revert',
    templateVersion: before?.templateVersion ?? '1',
    requester: userEntityRef,
    entity: entityRef,
    environments: environments.map(({ name }) => name),
    parameters: {},
    reverts: number,
  };
  return { body: `${words}\n\n${formatRequestMetadata(metadata)}`, metadata };
}
