export interface Config {
  slipway?: {
    /** The infrastructure repository that golden paths open pull requests against. */
    infrastructure: {
      /**
       * `host/owner/repo`, for example `github.com/acme/infrastructure`. The host must be listed under `integrations.github`.
       * (Required)
       */
      repo: string;
      /** Branch that pull requests are merged into. (Optional, default `main`) */
      branch?: string;
    };
    /**
     * Where workloads run. The one place that ties an environment's name to its account, clusters, Argo CD,
     * AMP workspace and folder in the infrastructure repository. (Required, at least one)
     */
    environments: Array<{
      /** Lower-case letters, digits and dashes, unique. (Required) */
      name: string;
      /** Shown to people. (Optional, default: the name) */
      title?: string;
      /** 12-digit AWS account id; credentials come from `aws.accounts`. (Required) */
      account: string;
      /** AWS region. (Required) */
      region: string;
      /** Tells environments apart that share an account and a region: names of its AWS resources start with this. (Optional) */
      resourcePrefix?: string;
      /** ECS cluster by name. (Optional) */
      ecs?: { cluster: string };
      /** EKS cluster by its name under `kubernetes.clusterLocatorMethods`. (Optional) */
      eks?: { cluster: string };
      /** Argo CD by its name under `argocd.appLocatorMethods[].instances[]`. (Optional) */
      argocd?: { instance: string };
      /** Amazon Managed Service for Prometheus. (Optional) */
      amp?: {
        /** Workspace id, `ws-…`. */
        workspace: string;
        /** Base URL without `/workspaces/…`. (Optional, default `https://aps-workspaces.<region>.amazonaws.com`) */
        endpoint?: string;
      };
      infrastructure: {
        /**
         * Folder of the environment in the infrastructure repository, for example `terraform/live/dev`. Golden paths read
         * its `environment/facts.json` and write below its `services/`. (Required)
         */
        path: string;
      };
      /**
       * `reviewed`: changes need an approval from `approvers`, and new services get two replicas at least. Whether
       * databases are kept and doubled is `protected` in facts.json. (Optional, default `reviewed`)
       */
      protection?: 'none' | 'reviewed';
      /** Entity refs of the groups and users who may approve changes to this environment. (Optional, default: any reviewer but the requester) */
      approvers?: string[];
      /** How many approvals a change to a `reviewed` environment needs, and from whom. (Optional, default: one) */
      approvals?: {
        /** How many people, each counted once; 1 to 10. (Optional, default 1) */
        count?: number;
        /**
         * Entity refs of groups that each have to give one of them, each by a person of its own. Their members may approve
         * beside `approvers`. (Optional)
         */
        groups?: string[];
      };
    }>;
  };
}
