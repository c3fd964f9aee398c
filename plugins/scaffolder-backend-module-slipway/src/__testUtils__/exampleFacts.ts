import { PlatformFacts, platformFactsSchema } from '@slipway/platform-common';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The facts of a demo environment, as `terraform/live` has them. */
export function exampleFacts(environment: string): PlatformFacts {
  const file = resolve(
    __dirname,
    '../../../../terraform/live',
    environment,
    'environment/facts.json',
  );
  if (!existsSync(file)) return inventedFacts(environment);
  return platformFactsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function inventedFacts(name: string): PlatformFacts {
  const account = name === 'prod' ? '222222222222' : '111111111111';
  const region = 'eu-west-1';
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  const oidc = `oidc.eks.${region}.amazonaws.com/id/D1E5A0F3C2B4968778695A4B3C2D1E0F`;
  const balancer = (kind: string) => ({
    listener_arn: arn(
      'elasticloadbalancing',
      `listener/app/${name}-${kind}/50dc6c495c0c9188/f2f7dc8efc522ab2`,
    ),
    security_group_id: 'sg-0aa1b2c3d4e5f6071',
    dns_name: `${name}-${kind}-1234567890.${region}.elb.amazonaws.com`,
    zone_id: 'Z32O12XQLNTSW2',
    arn_suffix: `app/${name}-${kind}/50dc6c495c0c9188`,
  });
  return {
    name,
    account_id: account,
    region,
    vpc_id: 'vpc-0a1b2c3d4e5f60718',
    private_subnet_ids: [
      'subnet-0aaa1111bbb22220a',
      'subnet-0aaa1111bbb22220b',
    ],
    database_subnet_ids: [
      'subnet-0ddd1111bbb22220a',
      'subnet-0ddd1111bbb22220b',
    ],
    ecs_cluster: {
      name,
      arn: arn('ecs', `cluster/${name}`),
      security_group_id: 'sg-0ec51b2c3d4e5f607',
    },
    eks_cluster: {
      name: `${name}-eks`,
      oidc_provider_arn: `arn:aws:iam::${account}:oidc-provider/${oidc}`,
      oidc_provider_url: oidc,
      security_group_id: 'sg-0ek51b2c3d4e5f607',
    },
    load_balancers: {
      public: balancer('public'),
      internal: balancer('internal'),
    },
    domain: `${name}.acme.example`,
    hosted_zone_id: 'Z0123456789ABCDEFGHIJ',
    cloudfront_certificate_arn: `arn:aws:acm:us-east-1:${account}:certificate/12345678-1234-1234-1234-123456789012`,
    github_oidc_provider_arn: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
    alarm_topic_arns: [arn('sns', `${name}-alarms`)],
    topics: { 'orders-events': arn('sns', `${name}-orders-events`) },
    event_buses: {
      'acme-events': arn('events', `event-bus/${name}-acme-events`),
    },
    protected: name === 'prod',
  };
}
