import { HumanDuration } from '@backstage/types';

export interface Config {
  slipway?: {
    /** What the queues plugin shows, and what it lets people do. All keys are optional. */
    queues?: {
      /**
       * Nobody peeks, exports, redrives or purges, whatever they are permitted; a redrive that runs can still be cancelled.
       * Counts, charts and the board stay. (Optional, default: false)
       */
      readOnly?: boolean;
      redrive?: {
        /**
         * Messages per second that a redrive moves unless a person says otherwise. Low, so that a consumer that is
         * still broken is not flooded. (Optional, default: 10)
         */
        defaultVelocity?: number;
        /** Most messages per second that a person may ask for; SQS allows 500. (Optional, default: 100) */
        maxVelocity?: number;
        /** Offer redrive to agents, under the same permissions. (Optional, default: false) */
        agents?: boolean;
      };
      purge?: {
        /** Offer to delete all messages of a dead-letter queue, after a snapshot. (Optional, default: false) */
        enabled?: boolean;
      };
      peek?: {
        /** How long messages that are looked at stay hidden from others. (Optional, default: 10 s) */
        visibility?: HumanDuration | string;
        /** Longest body that is shown, in bytes; what is longer is cut. (Optional, default: 65536) */
        maxBodyBytes?: number;
      };
      masking?: {
        /** Mask what commonly is secret or personal: passwords, tokens, keys, card numbers … (Optional, default: true) */
        defaults?: boolean;
        /** Names of fields and attributes to mask, at any depth; case does not matter. (Optional) */
        fields?: string[];
        /** Regular expressions; what matches in a value is masked. (Optional) */
        patterns?: string[];
      };
      /**
       * Page of a trace, with `{traceId}` where the id goes. (Optional; without it the id is shown as text)
       */
      traceUrl?: string;
      watch?: {
        /** Tell owners about dead letters, through Backstage's notifications. (Optional, default: true) */
        enabled?: boolean;
        /** When dead-letter queues are looked through for notifications. (Optional, default: every 2 minutes) */
        schedule?: {
          frequency: { cron: string } | string | HumanDuration;
          timeout: string | HumanDuration;
          initialDelay?: string | HumanDuration;
        };
        /**
         * Owners are told when the oldest dead letter is lost within this time, or within half of the queue's retention where
         * that is less. In the last sixth of it, it is critical. (Optional, default: 24 h)
         */
        expiresWithin?: HumanDuration | string;
        /**
         * No notifications in these hours, but those about messages that are critically near their loss; the others follow
         * when the hours are over. (Optional, default: none)
         */
        quietHours?: {
          /** `22:00` */
          from: string;
          /** `07:00` */
          to: string;
          /** IANA name such as `Europe/Berlin`. (Optional, default: UTC) */
          timezone?: string;
        };
      };
      cloudwatch?: {
        /** US dollars for 1,000 metrics requested with GetMetricData. (Optional, default: 0.01) */
        pricePerThousandMetrics?: number;
        /**
         * US dollars a day that may be spent on GetMetricData. From 80 % on, metrics are read less often; when it is used
         * up, counts come from SQS only. (Optional; without it there is no limit)
         */
        dailyBudget?: number;
      };
      /** Keys of AWS tags on queues. */
      tags?: {
        /** `never` as its value: nobody redrives or purges the queue. (Optional, default: `slipway:redrive`) */
        redrive?: string;
      };
    };
  };
}
