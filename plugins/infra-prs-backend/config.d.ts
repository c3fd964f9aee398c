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
    };
  };
}
