export interface Config {
  slipway?: {
    permissions?: {
      /**
       * Entity refs of groups or users that may do everything, for example `group:default/platform`. Default: nobody.
       * They still cannot approve a change they asked for.
       */
      admins?: string[];
    };
  };
}
