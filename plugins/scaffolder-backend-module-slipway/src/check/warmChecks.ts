import { checkInfrastructure } from './checkInfrastructure';
import { fileSourceOf } from '@slipway/infrastructure-code';

const SAMPLE = new Map([
  [
    'terraform/live/sample/main.tf',
    'provider "aws" {\n  region = "eu-west-1"\n}\n',
  ],
  [
    'gitops/argocd/sample.yaml',
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: sample\n',
  ],
]);

/**
 * Loads what the first check would wait for: WebAssembly, schemas and rules. For the start of the backend, so that
 * the first preview is as fast as the others.
 */
export async function warmChecks(): Promise<void> {
  await checkInfrastructure(SAMPLE, { base: fileSourceOf(new Map()) });
}
