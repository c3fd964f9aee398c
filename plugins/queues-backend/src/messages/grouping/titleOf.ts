import { normalise } from './normalise';

/** `java.net.SocketTimeoutException` and `timed out after 30 s` become `SocketTimeoutException: timed out after <n> s`. */
export function titleOf(
  type: string | undefined,
  message: string | undefined,
): string {
  const short = type && withoutPackage(type);
  const rest = message && normalise(message.split('\n')[0]);
  if (!short || !rest) return short ?? rest ?? '';
  return rest.startsWith(short) ? rest : `${short}: ${rest}`;
}

function withoutPackage(type: string): string {
  const name = /^[\w$]+(?:\.[\w$]+){1,20}$/.test(type)
    ? type.slice(type.lastIndexOf('.') + 1)
    : type;
  return /^\d{3,}$/.test(name) ? `code ${name}` : name.slice(0, 120);
}
