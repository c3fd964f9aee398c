/** Why a signed request was refused, in the shape of an AWS REST-JSON error (HTTP 403). */
export class SigV4Error extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = 'SigV4Error';
  }
}
