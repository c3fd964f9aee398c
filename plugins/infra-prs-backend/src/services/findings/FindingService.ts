import { ChangeFindings } from '@slipway/plugin-infra-prs-common';

/** What the platform's policy and scanners have to say of a change. */
export interface FindingService {
  /** @throws NotFoundError, ServiceUnavailableError when GitHub cannot be read. */
  get(number: number): Promise<ChangeFindings>;
}
