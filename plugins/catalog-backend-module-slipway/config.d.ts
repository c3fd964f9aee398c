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
        /**
         * How many calls a second the catalog makes of each account and region at most. (Optional, default: 20)
         */
        callsPerSecond?: number;
        /**
         * Which AWS tags say what: a key each, or a list of keys of which the first that a queue has counts. (Optional)
         */
        tags?: {
          /** Entity ref of the owner; a group unless it says otherwise. (Default: `owner`) */
          owner?: string | string[];
          /** Component that works with the queue. (Default: `component`) */
          component?: string | string[];
          /** System that the queue is part of. (Default: `system`) */
          system?: string | string[];
          /** `never` forbids to redrive and purge. (Default: `slipway:redrive`) */
          redrive?: string | string[];
          /** How long a message may wait, such as `5m`. (Default: `slipway:age-objective`) */
          ageObjective?: string | string[];
        };
      };
    };
  };
}
