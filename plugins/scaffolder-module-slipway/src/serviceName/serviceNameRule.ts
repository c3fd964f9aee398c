import {
  AWS_NAME_RULE,
  awsNameSchema,
  SERVICE_NAME_RULE,
  serviceNameSchema,
} from '@slipway/platform-common';
import { capitalized } from '../inputs/capitalized';

/** What is wrong with a service name, in words; undefined when nothing is. The server checks the same again. */
export function serviceNameProblem(name: string): string | undefined {
  if (serviceNameSchema.safeParse(name).success) return undefined;
  if (awsNameSchema.safeParse(name).success) {
    return `${capitalized(SERVICE_NAME_RULE)}.`;
  }
  if (name.length < 3) return 'Use 3 characters or more.';
  if (name.length > 32) return 'Use 32 characters at most.';
  if (!/^[a-z]/.test(name)) return 'Start with a lower-case letter.';
  if (name.endsWith('-')) return 'Do not end with a dash.';
  if (/^[a-z0-9-]+$/.test(name)) return 'Use single dashes.';
  return `${capitalized(AWS_NAME_RULE)}.`;
}

/** What is said of a name that somebody has. */
export const takenText = (name: string) =>
  `${name} is taken: a service, repository or folder of the infrastructure has that name. Choose another.`;
