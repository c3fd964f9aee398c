import {
  Block,
  blocksOfType,
  TerraformModule,
} from '@slipway/infrastructure-code';

/** Arguments that the AWS provider marks as sensitive. */
const secretNames =
  /^(master_)?password$|^secret(_string|_binary)?$|^auth_token$|^private_key$|^user_data$|^token$/;

/** Arguments of a resource whose values must not be shown: secrets by name, and what uses a sensitive variable. */
export function sensitiveArguments(
  resource: Block,
  module: TerraformModule,
): readonly string[] {
  const variables = blocksOfType(module, 'variable')
    .filter(({ body }) => body.sensitive === true)
    .map(({ labels }) => labels[0] ?? '');
  const uses = (json: unknown) => {
    const text = JSON.stringify(json);
    return variables.some(name => new RegExp(`\\bvar\\.${name}\\b`).test(text));
  };
  return Object.entries(resource.body)
    .filter(([name, json]) => secretNames.test(name) || uses(json))
    .map(([name]) => name);
}
