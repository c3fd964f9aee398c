import { stateDir } from './paths.mjs';

/** Variables of the machine's own AWS set-up, which must never reach the demo. */
const AWS_OF_THE_MACHINE = [
  'AWS_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
];

/** Environment that ties the portal's configuration to the embedded world. */
export function worldEnvironment(base, ports, token) {
  const env = { ...base };
  for (const name of AWS_OF_THE_MACHINE) delete env[name];
  return {
    ...env,
    SLIPWAY_STATE_DIR: stateDir,
    SLIPWAY_APP_PORT: String(ports.app),
    SLIPWAY_BACKEND_PORT: String(ports.backend),
    SLIPWAY_CONTROL_PORT: String(ports.control),
    SLIPWAY_AWS_PORT: String(ports.aws),
    SLIPWAY_GITHUB_PORT: String(ports.github),
    SLIPWAY_ARGOCD_PORT: String(ports.argocd),
    SLIPWAY_AMP_PORT: String(ports.amp),
    SLIPWAY_KUBERNETES_PORT: String(ports.kubernetes),
    SLIPWAY_START_TOKEN: token,
    // Read by the AWS SDKs themselves: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
    AWS_ENDPOINT_URL: `http://127.0.0.1:${ports.aws}`,
    AWS_REGION: 'eu-west-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
