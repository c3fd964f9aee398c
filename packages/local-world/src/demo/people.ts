/** Accounts of the embedded Git host; the demo catalog has a User entity for each. */
export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  /** What this person is for in the demo, shown at sign-in. */
  readonly role: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    login: 'olivia',
    name: 'Olivia Ortega',
    email: 'olivia@acme.example',
    role: 'Developer in team orders: creates services',
    type: 'User',
  },
  {
    login: 'pat',
    name: 'Pat Petrov',
    email: 'pat@acme.example',
    role: 'Platform engineer: reviews and approves infrastructure',
    type: 'User',
  },
  {
    login: 'sam',
    name: 'Sam Sato',
    email: 'sam@acme.example',
    role: 'Developer in team payments: an outsider to orders',
    type: 'User',
  },
  {
    login: 'slipway-bot',
    name: 'Slipway',
    email: 'slipway-bot@acme.example',
    role: 'The portal',
    type: 'Bot',
  },
  {
    login: 'acme',
    name: 'Acme',
    email: 'hello@acme.example',
    role: 'The organization',
    type: 'Organization',
  },
];

/** Teams of the organization, as the demo catalog has them: logins by the team's slug. */
export const demoTeams: Readonly<Record<string, readonly string[]>> = {
  platform: ['pat'],
  orders: ['olivia'],
  payments: ['sam'],
};

/** Token the portal itself uses at the embedded Git host (`integrations.github[].token`). Worth nothing outside of it. */
export const DEMO_BOT_TOKEN = 'slipway-local-bot-token';
/** OAuth app of the portal at the embedded Git host. */
export const DEMO_OAUTH_CLIENT = {
  id: 'slipway-local',
  secret: 'slipway-local-secret',
} as const;
