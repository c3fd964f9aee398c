/** Config of a portal with the two environments of the embedded world. */
export const testConfig = {
  backend: { baseUrl: 'http://localhost:0' },
  slipway: {
    environments: [
      {
        name: 'dev',
        account: '111111111111',
        region: 'eu-west-1',
        infrastructure: { path: 'terraform/live/dev' },
      },
      {
        name: 'prod',
        account: '222222222222',
        region: 'eu-west-1',
        infrastructure: { path: 'terraform/live/prod' },
      },
    ],
  },
  aws: {
    mainAccount: {
      region: 'eu-west-1',
      accessKeyId: 'AKIALOCALWORLD000000',
      secretAccessKey: 'local-world-secret',
    },
    accountDefaults: { roleName: 'slipway' },
    accounts: [],
  },
};
