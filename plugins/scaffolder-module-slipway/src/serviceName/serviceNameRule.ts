const NAME = /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/;

/** What is wrong with a service name, in words; undefined when nothing is. The server checks the same again. */
export function serviceNameProblem(name: string): string | undefined {
  if (NAME.test(name)) return undefined;
  if (name.length < 3) return 'Use 3 characters or more.';
  if (name.length > 32) return 'Use 32 characters at most.';
  if (!/^[a-z]/.test(name)) return 'Start with a lower-case letter.';
  if (name.endsWith('-')) return 'Do not end with a dash.';
  return 'Use lower-case letters, digits and dashes only.';
}
