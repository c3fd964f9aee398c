import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** Whether a name is free for a new service. */
export interface NameAnswer {
  readonly name: string;
  readonly taken: boolean;
  /** Set when the Git host could not be asked; the run asks it again. */
  readonly unchecked?: string;
}

/** Answers the form's question for a name. It says no more than that a name is taken: not by whom, nor where. */
export interface NameService {
  /** A name that the caller's own earlier run took is free for the caller. */
  check(
    name: string,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<NameAnswer>;
}
