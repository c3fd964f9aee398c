import { ChangeFiles, ChangePlan } from '@slipway/plugin-infra-prs-common';

/** Reads what a change is made of, each part by the name that binds it to what was on the screen. */
export interface ChangeContents {
  /** @throws NotFoundError when the change has no plan of this digest, or no longer. */
  plan(number: number, digest: string): Promise<ChangePlan>;
  /** @throws NotFoundError when this is not the head of the change, or no longer. */
  files(number: number, headSha: string): Promise<ChangeFiles>;
}
