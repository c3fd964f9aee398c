import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { INFRA_PRS_CHANNEL } from '@slipway/plugin-infra-prs-common';

/** Tells open pages that a change is not what it was. They poll anyway: a lost signal must not fail what was done. */
export function tellWatchers({
  logger,
  signals,
}: {
  logger: LoggerService;
  signals: SignalsService;
}): (number: number) => Promise<void> {
  return number =>
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: INFRA_PRS_CHANNEL,
        message: { number },
      })
      .catch(error => logger.warn('A signal was not sent', error));
}
