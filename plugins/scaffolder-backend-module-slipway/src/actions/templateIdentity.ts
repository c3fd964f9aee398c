import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { TemplateInfo } from '@backstage/plugin-scaffolder-common';

/** Annotation on a template that says which of its versions a run was made with. */
export const TEMPLATE_VERSION_ANNOTATION = 'slipway.io/template-version';

/**
 * Which template runs. The `entityRef` of a dry run names no template, so it is read from the metadata.
 *
 * @throws InputError when the task has no template.
 */
export function templateIdentity(info: TemplateInfo | undefined): {
  templateRef: string;
  templateVersion: string;
} {
  const metadata = info?.entity?.metadata;
  if (!metadata) {
    throw new InputError('A request can only be described by a template');
  }
  const { name, namespace } = metadata;
  return {
    templateRef: stringifyEntityRef({ kind: 'Template', namespace, name }),
    templateVersion: metadata.annotations?.[TEMPLATE_VERSION_ANNOTATION] ?? '0',
  };
}
