/** Names that hold a secret whatever stands around them: `db_password`, `x-api-key`, `clientSecretValue`. */
const SECRET_PARTS = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'apikey',
  'authorization',
  'credential',
  'privatekey',
  'accesskey',
  'cardnumber',
  'creditcard',
  'socialsecurity',
];

/** Names that hold a secret when they are the whole name, or its end: `token`, `id_token`, `userPin`. */
const SECRET_ENDS = ['token', 'cookie', 'cookies', 'sessionid', 'iban'];

/** Short names that mean something else inside of longer ones: `pin` in `shipping`, `pan` in `company`. */
const SECRET_NAMES = [
  'pwd',
  'pass',
  'pin',
  'otp',
  'pan',
  'cvv',
  'cvv2',
  'cvc',
  'ssn',
  'auth',
  'jwt',
  'bearer',
  'accountnumber',
  'routingnumber',
  'nationalid',
  'passportnumber',
  'taxid',
];

/** A field name as it is compared: case, dashes, dots and underscores do not count. */
export function plainName(field: string): string {
  return field
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Tells fields whose values are masked. */
export function createSecretFields(options: {
  /** Whether the common secrets count. */
  defaults: boolean;
  /** More names, compared in the same way. */
  fields: readonly string[];
}): (field: string) => boolean {
  const names = new Set(options.fields.map(plainName));
  if (options.defaults) SECRET_NAMES.forEach(name => names.add(name));
  const parts = options.defaults ? SECRET_PARTS : [];
  const ends = options.defaults ? SECRET_ENDS : [];
  return field => {
    const name = plainName(field);
    return (
      names.has(name) ||
      parts.some(part => name.includes(part)) ||
      ends.some(end => name.endsWith(end))
    );
  };
}
