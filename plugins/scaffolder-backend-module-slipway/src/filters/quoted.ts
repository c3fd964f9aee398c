import { escapeText } from './escapeText';

const ESCAPES = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Text between double quotes, with the escapes that HCL, YAML, JSON, Go, Java and TypeScript all read alike. */
export function quoted(text: string): string {
  return `"${escapeText(text, ESCAPES)}"`;
}
