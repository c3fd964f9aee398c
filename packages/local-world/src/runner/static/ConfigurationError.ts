import { Diagnostic } from '@slipway/infrastructure-code';

/** A configuration that cannot be planned. */
export class ConfigurationError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** `main.tf:3: Summary: detail` */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { summary, detail, file, line } = diagnostic;
  const place = file ? `${file}${line ? `:${line}` : ''}: ` : '';
  return `${place}${summary}${detail ? `: ${detail}` : ''}`;
}
