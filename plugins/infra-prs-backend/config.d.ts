export interface Config {
  slipway?: {
    infraPrs?: {
      /**
       * How the portal merges changes; the repository has to allow it. Default `merge`, which keeps the commits with
       * the trailers that name the requester.
       */
      mergeMethod?: 'merge' | 'squash' | 'rebase';
    };
  };
}
