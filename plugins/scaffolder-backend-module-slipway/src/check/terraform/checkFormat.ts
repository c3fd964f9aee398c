import { format } from '@cdktn/hcl-tools';
import { Finding } from '../Finding';

/** Compares a file with what `terraform fmt` makes of it. The file must be valid HCL. */
export async function checkFormat(
  path: string,
  text: string,
): Promise<Finding[]> {
  const formatted = await format(text);
  if (formatted === text) return [];
  const wanted = formatted.split('\n');
  const line = text
    .split('\n')
    .findIndex((row, index) => row !== wanted[index]);
  return [
    {
      id: 'terraform-format',
      severity: 'error',
      file: path,
      line: Math.max(line, 0) + 1,
      message: 'Not as terraform fmt writes it',
      reason: 'The pull request checks refuse files that are not formatted.',
      fix: 'Run terraform fmt; in a template, align the text around the values.',
    },
  ];
}
