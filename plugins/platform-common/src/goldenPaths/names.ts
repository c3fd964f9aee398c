import { z } from 'zod';

const NAME = /^[a-z](?:[a-z0-9]|-(?!-)){1,30}[a-z0-9]$/;

/** What a name must be, in words. @public */
export const AWS_NAME_RULE =
  'must be 3 to 32 lower-case letters, digits and single dashes, start with a letter and not end with a dash, such as order-mailer';

/**
 * A name that every AWS service, Kubernetes, Git and the catalog take, with an environment in front: RDS refuses
 * double dashes, IAM roles end at 64 characters.
 * @public
 */
export const awsNameSchema = z.string().regex(NAME, AWS_NAME_RULE);

// What the modules of Terraform put behind a service's name: `dev-orders-push` is the role that pushes images of orders.
const ENDINGS = ['database', 'deploy', 'exec', 'idempotency', 'push', 'redis'];

/** What the name of a service must be beside, in words. @public */
export const SERVICE_NAME_RULE = `must not end with ${ENDINGS.map(
  ending => `-${ending}`,
).join(', ')}: AWS resources of other services are named so`;

/** The name of a service, from which the names of its AWS resources are made. @public */
export const serviceNameSchema = awsNameSchema.refine(
  name => !ENDINGS.some(ending => name.endsWith(`-${ending}`)),
  SERVICE_NAME_RULE,
);

/** The name as an identifier of HCL, SQL or Python: `order_mailer`. @public */
export function snakeName(name: string): string {
  return name.replaceAll('-', '_');
}

/** The name as part of an environment variable: `ORDER_MAILER`. @public */
export function variableName(name: string): string {
  return snakeName(name).toLocaleUpperCase('en-US');
}

/** The name as a class or type: `OrderMailer`. @public */
export function pascalName(name: string): string {
  return name
    .split('-')
    .map(part => part.charAt(0).toLocaleUpperCase('en-US') + part.slice(1))
    .join('');
}

/** Name of an owned queue in AWS: `dev-orders-created`, or `dev-orders-created.fifo`. @public */
export function queueNameIn(
  environment: string,
  queue: { readonly name: string; readonly fifo: boolean },
): string {
  return `${environment}-${queue.name}${queue.fifo ? '.fifo' : ''}`;
}
