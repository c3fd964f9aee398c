import { Entity } from '@backstage/catalog-model';

/** Groups of the people, by login. The bot opens what the forms ask for. */
export const GROUPS: Readonly<Record<string, string>> = {
  olivia: 'group:default/orders',
  pat: 'group:default/platform',
  quinn: 'group:default/platform',
  sam: 'group:default/payments',
};

export const PEOPLE = Object.keys(GROUPS);
export const BOT = 'slipway-bot';

export const refOf = (login: string) => `user:default/${login}`;

export const users: Entity[] = Object.entries(GROUPS).map(([name, group]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'memberOf', targetRef: group }],
}));
