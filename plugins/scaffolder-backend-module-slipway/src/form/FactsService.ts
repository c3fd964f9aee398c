/** What the platform of an environment offers a form: names only, no ids of accounts or resources. */
export interface EnvironmentOffer {
  readonly environment: string;
  /** Why there is nothing to choose, in words. */
  readonly problem?: string;
  readonly topics: readonly string[];
  readonly buses: readonly string[];
  /** Kinds of ingress that services can have. */
  readonly ingress: ReadonlyArray<'internal' | 'public'>;
  /** Services get a name below it. */
  readonly domain?: string;
}

export interface FactsService {
  /** All environments in the order of config; one whose facts cannot be read says so and does not fail the others. */
  list(): Promise<readonly EnvironmentOffer[]>;
}
