import { SlipwayEnvironment } from '@slipway/platform-common';

/** The environments of app-config, parsed once. @public */
export interface Environments {
  list(): readonly SlipwayEnvironment[];
  /** @throws NotFoundError that lists the names there are. */
  get(name: string): SlipwayEnvironment;
  /** The environment that an ARN's account and region (and, where shared, resource prefix) belong to. */
  forArn(arn: string): SlipwayEnvironment | undefined;
}
