import { SlipwayEnvironment } from '@slipway/platform-common';

/** Someone who approves or might, as the catalog knows them. */
export interface Person {
  readonly login?: string;
  readonly userEntityRef?: string;
  /** Entity refs of the groups they belong to, and their own. */
  readonly ownershipEntityRefs: readonly string[];
}

/** Whether a person is in a group, or is the user that a ref names. */
export function isMemberOf(person: Person, ref: string): boolean {
  return person.ownershipEntityRefs.some(
    own => own.toLowerCase() === ref.toLowerCase(),
  );
}

/** Entity refs of who may approve changes to an environment; empty for anyone. */
export function approversOf(environment: SlipwayEnvironment): string[] {
  const { approvers, approvals } = environment;
  if (approvers.length === 0) return [];
  return [...new Set([...approvers, ...(approvals?.groups ?? [])])];
}

/** Whether an approval of this person counts for an environment. */
export function mayApprove(
  person: Person,
  environment: SlipwayEnvironment,
): boolean {
  const refs = approversOf(environment);
  return refs.length === 0 || refs.some(ref => isMemberOf(person, ref));
}

/** The environments whose approvers decide: the reviewed ones, or else those that name approvers at all. */
export function decidingEnvironments(
  environments: readonly SlipwayEnvironment[],
): SlipwayEnvironment[] {
  const reviewed = environments.filter(e => e.protection === 'reviewed');
  if (reviewed.length > 0) return reviewed;
  return environments.filter(({ approvers }) => approvers.length > 0);
}

/** A user or group for people to read: `platform`. */
export const ownerWord = (ref: string) =>
  ref.replace(/^(group|user):(default\/)?/i, '');

/** Groups for people to read: `platform or orders`. */
export function groupWords(refs: readonly string[], joint = 'or'): string {
  return refs.map(ownerWord).join(` ${joint} `);
}
