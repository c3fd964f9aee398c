import { z } from 'zod';

const arn = z.string().regex(/^arn:aws[\w-]*:\S+$/, 'must be an ARN');
const named = z.record(z.string(), arn);

const loadBalancerSchema = z.object({
  listener_arn: arn,
  security_group_id: z.string(),
  dns_name: z.string(),
  /** Route 53 zone of the load balancer's own name. */
  zone_id: z.string(),
  /** As CloudWatch names it: `app/dev-public/50dc6c495c0c9188`. */
  arn_suffix: z.string(),
});

/**
 * What the platform of one environment is, committed as `<terraform path>/environment/facts.json`: literals, so that
 * a plan needs neither a data source nor an account. The keys are those of Terraform, which reads the same file.
 * @public
 */
export const platformFactsSchema = z.object({
  name: z.string(),
  account_id: z.string().regex(/^\d{12}$/, 'must be a 12-digit AWS account id'),
  region: z.string(),
  vpc_id: z.string(),
  private_subnet_ids: z.array(z.string()).min(2),
  database_subnet_ids: z.array(z.string()).min(2),
  ecs_cluster: z
    .object({ name: z.string(), arn, security_group_id: z.string() })
    .nullable(),
  eks_cluster: z
    .object({
      name: z.string(),
      oidc_provider_arn: arn,
      /** Without https://. */
      oidc_provider_url: z.string(),
      /** Security group of the nodes, let in by databases. */
      security_group_id: z.string(),
    })
    .nullable(),
  load_balancers: z.object({
    public: loadBalancerSchema.nullable(),
    internal: loadBalancerSchema.nullable(),
  }),
  /** Services get a name below it: `order-mailer.dev.acme.example`. */
  domain: z.string(),
  hosted_zone_id: z.string(),
  /** In us-east-1, for CloudFront. */
  cloudfront_certificate_arn: arn,
  github_oidc_provider_arn: arn,
  alarm_topic_arns: z.array(arn),
  /** Name to ARN: what services may subscribe and publish to. */
  topics: named,
  event_buses: named,
  /** Databases and tables of this environment cannot be deleted by mistake, and run in two zones. */
  protected: z.boolean(),
});

/** @public */
export type PlatformFacts = Readonly<z.infer<typeof platformFactsSchema>>;
