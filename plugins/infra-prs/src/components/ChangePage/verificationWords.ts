/** Reasons of https://docs.github.com/en/rest/commits/commits#get-a-commit, in words. */
const WORDS: Readonly<Record<string, string>> = {
  expired_key: 'The key that signed it has expired',
  not_signing_key: 'The key is not one for signing',
  gpgverify_error: 'GitHub could not verify the signature',
  gpgverify_unavailable: 'GitHub could not verify the signature just now',
  unsigned: 'It is not signed',
  unknown_signature_type: 'GitHub does not know this kind of signature',
  no_user: 'No GitHub account has the e-mail address of its committer',
  unverified_email:
    'The e-mail address of its committer is not verified with the account',
  bad_email:
    'The e-mail address of its committer is none of those of the signing key',
  unknown_key: 'The signing key is not known to the account',
  malformed_signature: 'The signature cannot be read',
  invalid: 'The signature does not fit the commit',
  bad_cert: 'The certificate that signed it cannot be trusted',
  ocsp_pending: 'GitHub is still asking whether the certificate was revoked',
  ocsp_error: 'GitHub could not ask whether the certificate was revoked',
  ocsp_revoked: 'The certificate that signed it was revoked',
  valid: 'GitHub has verified its signature',
};

/** Why GitHub calls a commit verified or not. */
export function verificationWords(verified: boolean, reason: string): string {
  if (Object.hasOwn(WORDS, reason)) return WORDS[reason];
  return verified ? WORDS.valid : `GitHub says ${reason.slice(0, 60)}`;
}
