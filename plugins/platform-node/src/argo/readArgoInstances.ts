import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** One Argo CD of `argocd.appLocatorMethods[]`. @public */
export interface ArgoInstance {
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
}

/**
 * Reads `argocd.appLocatorMethods[type=config].instances[]`, the config of both community Argo CD plugins.
 *
 * @throws InputError with the key path when an instance has no usable URL or token.
 */
export function readArgoInstances(config: Config): ArgoInstance[] {
  const methods =
    config.getOptionalConfigArray('argocd.appLocatorMethods') ?? [];
  return methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('instances') ?? [])
    .map(readInstance);
}

function readInstance(instance: Config): ArgoInstance {
  const name = instance.getString('name');
  const url = instance.getString('url').replace(/\/+$/, '');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputError(
      `Argo CD instance '${name}' in argocd.appLocatorMethods has the url '${url}'; expected http(s)://host/path`,
    );
  }
  const token = instance.getOptionalString('token');
  if (!token) {
    throw new InputError(
      `Argo CD instance '${name}' in argocd.appLocatorMethods has no token; Slipway signs in with a token of an Argo CD account, never with a user name and password`,
    );
  }
  return { name, url, token };
}
