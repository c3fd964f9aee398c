export interface Config {
  slipway?: {
    catalog?: {
      queues?: {
        /**
         * When the SQS queues of all environments are read into the catalog. (Optional, default: every 5 minutes)
         */
        schedule?: {
          /** Time between two runs, a cron line or an ISO 8601 or human duration. */
          frequency: { cron: string } | string | object;
          /** How long one run may take. */
          timeout: string | object;
          /** Time before the first run. */
          initialDelay?: string | object;
          scope?: 'global' | 'local';
        };
        /**
         * Entity ref of the owner of queues that have no `owner` tag. (Optional; without it such queues are left out)
         */
        defaultOwner?: string;
      };
    };
  };
}
