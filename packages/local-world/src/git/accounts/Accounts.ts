import { demoAccounts, DemoAccount } from '../../demo/people';
import { HostedRepository } from '../records/HostedRepository';

export type Access = 'none' | 'read' | 'write' | 'admin';

const order: readonly Access[] = ['none', 'read', 'write', 'admin'];

/** Whether one access includes another. */
export function includesAccess(has: Access, needed: Access): boolean {
  return order.indexOf(has) >= order.indexOf(needed);
}

/** Owners of the organization; the bot is one, because golden paths create repositories. */
const owners = ['pat', 'slipway-bot'];

/** Who has an account at the host, and what each may do. */
export const accounts = {
  list: (): readonly DemoAccount[] => demoAccounts,

  get: (login: string): DemoAccount | undefined =>
    demoAccounts.find(
      account => account.login.toLowerCase() === login.toLowerCase(),
    ),

  /** Stable number of an account. */
  id: (login: string): number =>
    demoAccounts.findIndex(account => account.login === login) + 1001,

  /** All people may read everything; members of the organization may write unless the repository says otherwise. */
  access(login: string, repository: HostedRepository): Access {
    const { owner, readers, collaborators } = repository.record;
    if (owner === login) return 'admin';
    const granted = collaborators[login];
    if (granted === 'admin' || granted === 'maintain') return 'admin';
    if (granted === 'push' || granted === 'write') return 'write';
    if (readers.includes(login)) return 'read';
    if (owner !== 'acme') return 'read';
    return owners.includes(login) ? 'admin' : 'write';
  },
};
