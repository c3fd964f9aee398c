export interface Config {
  /** The same block that the community and Roadie Argo CD plugins read. */
  argocd?: {
    appLocatorMethods?: Array<{
      /** Only `config` is read here; other locators are left to other plugins. */
      type: string;
      instances?: Array<{
        /** Named by `slipway.environments[].argocd.instance`. (Required) */
        name: string;
        /** Base URL, with the root path where Argo CD is served below one. (Required) */
        url: string;
        /**
         * Token of a project role or account that may `get` applications. (Required)
         * @visibility secret
         */
        token?: string;
      }>;
    }>;
  };
}
