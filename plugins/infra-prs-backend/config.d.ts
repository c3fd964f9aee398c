import { HumanDuration } from '@backstage/types';

export interface Config {
  slipway?: {
    infraPrs?: {
      /**
       * How the portal merges changes; the repository has to allow it. Default `merge`, which keeps the commits with
       * the trailers that name the requester.
       */
      mergeMethod?: 'merge' | 'squash' | 'rebase';
      /**
       * Slug of the GitHub App that posts the checks `slipway/plan` and `slipway/apply`. Checks of these names by
       * anyone else are then not believed. Without it, two apps that report a plan block each other.
       */
      runnerApp?: string;
      /**
       * From which severity on a risk in the plan or in the Kubernetes manifests keeps a change from being merged in the portal. Default `critical`:
       * public databases, administrators, everyone in a policy, databases deleted without a last snapshot.
       */
      blockingSeverity?: 'critical' | 'high' | 'medium' | 'low' | 'none';
      codeScanning?: {
        /**
         * From which severity on an alert of GitHub's code scanning that the change brings keeps it from being merged in the
         * portal. Default: as `blockingSeverity`, so that a finding blocks whichever way it was told.
         */
        blockingSeverity?: 'critical' | 'high' | 'medium' | 'low' | 'none';
      };
      poll?: {
        /**
         * When changes are looked at that no event of GitHub told of. What stands still is looked at less and less often; what
         * has not changed costs nothing of GitHub's rate limit. Default: every minute.
         */
        schedule?: {
          frequency: { cron: string } | string | HumanDuration;
          timeout: string | HumanDuration;
          initialDelay?: string | HumanDuration;
        };
      };
      /**
       * Merging past Slipway's own rules in an emergency: without the approvals, with a review that asks for changes, with
       * a risk that blocks. Never past a plan or a check that is missing or failed, nor past GitHub's own protection.
       */
      breakGlass?: {
        /** Default false. */
        enabled?: boolean;
        /** Entity refs of the groups and users who may. Required when enabled. */
        groups?: string[];
      };
      /**
       * Folders of the infrastructure repository that hold Kubernetes manifests; what a change does to them is rendered
       * and compared. Default `gitops`; an empty list turns it off.
       */
      manifestFolders?: string[];
      /**
       * Plans that Atlantis or tfcmt tell of in comments, for changes without the check `slipway/plan`. Off by default, as
       * anybody can write a comment.
       */
      planComments?: {
        /**
         * Logins of the bots, such as `atlantis-acme` or `github-actions[bot]`. A comment counts when it was never edited and
         * its author had reported a check or a status on the head commit before.
         */
        authors?: string[];
      };
    };
  };
}
