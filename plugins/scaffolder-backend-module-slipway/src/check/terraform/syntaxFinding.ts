import { Diagnostic } from '@slipway/infrastructure-code';
import { Finding } from '../Finding';

/** A file that is not valid HCL. */
export function syntaxFinding(
  path: string,
  { line, column, summary, detail }: Diagnostic,
): Finding {
  const what = detail ? `${summary}: ${detail}` : summary;
  return {
    id: 'terraform-syntax',
    severity: 'error',
    file: path,
    line,
    message: column
      ? `Not valid HCL, column ${column}: ${what}`
      : 'Not valid HCL',
    reason:
      'Terraform cannot read the file, so nothing in its folder could be planned.',
    fix: 'Correct the syntax at this place.',
  };
}
