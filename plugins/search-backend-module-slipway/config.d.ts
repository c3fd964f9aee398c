import { HumanDuration } from '@backstage/types';

export interface Config {
  search?: {
    collators?: {
      /** How queues get into the search index. All keys are optional. */
      slipwayQueues?: {
        /** When the queues of the catalog are indexed. (Optional, default: every 10 minutes) */
        schedule?: {
          frequency: { cron: string } | string | HumanDuration;
          timeout: string | HumanDuration;
          initialDelay?: string | HumanDuration;
          scope?: 'global' | 'local';
        };
        /**
         * Queues are left out of the catalog's own results, so that each is found once. (Optional, default: true)
         */
        replacesCatalogResults?: boolean;
      };
      /** How changes of the infrastructure repository get into the search index. All keys are optional. */
      slipwayChanges?: {
        /** When what the portal keeps of changes is indexed. (Optional, default: every 3 minutes) */
        schedule?: {
          frequency: { cron: string } | string | HumanDuration;
          timeout: string | HumanDuration;
          initialDelay?: string | HumanDuration;
          scope?: 'global' | 'local';
        };
      };
    };
  };
}
