import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Files } from './InfrastructureHost';

const rootDir = path.resolve(__dirname, '../../../..');

function below(folder: string): string[] {
  return readdirSync(path.join(rootDir, folder)).flatMap(name => {
    const file = `${folder}/${name}`;
    return statSync(path.join(rootDir, file)).isDirectory()
      ? below(file)
      : [file];
  });
}

/** What the infrastructure repository of the demo starts with for Argo CD. */
export function gitopsFiles(): Files {
  return Object.fromEntries(
    below('gitops').map(file => [
      file,
      readFileSync(path.join(rootDir, file), 'utf8'),
    ]),
  );
}
