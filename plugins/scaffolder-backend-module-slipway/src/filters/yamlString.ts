import { quoted } from './quoted';

// Reads as the same text without quotes in YAML 1.1 and 1.2: starts with a letter, holds nothing that a parser
// takes for syntax, and is no word that means a boolean or nothing.
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9._/-]|[ :](?=[A-Za-z0-9/]))*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * Text as one YAML scalar on one line, plain where that is safe.
 *
 * @remarks https://yaml.org/spec/1.2.2/#double-quoted-style
 */
export function yamlString(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return quoted(text);
}
