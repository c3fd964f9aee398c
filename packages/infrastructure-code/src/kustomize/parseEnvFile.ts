import { ManifestError } from './ManifestError';

const KEY = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/**
 * Lines of an env file: `KEY=value`, and nothing is unquoted.
 *
 * @throws ManifestError for what is no key, and for keys without a value, which Kustomize takes from its own environment.
 */
export function parseEnvFile(
  text: string,
  file: string,
): readonly (readonly [string, string])[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(line => line.trimStart())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [key, ...value] = line.split('=');
      if (!KEY.test(key)) {
        throw new ManifestError(`${file}: '${key}' is no name of a variable`);
      }
      if (value.length === 0) {
        throw new ManifestError(
          `${file}: '${key}' has no value: it would be taken from the machine that builds it`,
        );
      }
      return [key, value.join('=')] as const;
    });
}
