/** JSON that was parsed; never anything but an object or an array. */
export interface ParsedJson {
  readonly value: object;
}

/** Parses text that holds a JSON object or array; undefined for all other text. Never throws, however deep it nests. */
export function parseJson(text: string): ParsedJson | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { value } : undefined;
  } catch {
    return undefined;
  }
}
