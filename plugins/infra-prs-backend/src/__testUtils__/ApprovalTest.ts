import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { filesOf, metadataOf, planOf } from './fixtures';
import { InfrastructureHost } from './InfrastructureHost';
import { startPortal } from './startPortal';

type Portal = Awaited<ReturnType<typeof startPortal>>;

/** The embedded Git host and a portal over it, with what tests of decisions do again and again. */
export class ApprovalTest {
  #branches = 0;

  static async start(
    options: Parameters<typeof startPortal>[1] & {
      beforeStart?(host: InfrastructureHost): Promise<void>;
    } = {},
  ): Promise<ApprovalTest> {
    const host = await InfrastructureHost.start();
    await options.beforeStart?.(host);
    return new ApprovalTest(host, await startPortal(host, options), options);
  }

  private constructor(
    readonly host: InfrastructureHost,
    readonly portal: Portal,
    private readonly options: Parameters<typeof startPortal>[1],
  ) {}

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.host.stop();
  }

  /** Another replica of the portal over the same repository. */
  replica(): Promise<Portal> {
    return startPortal(this.host, this.options);
  }

  /** A change that olivia asked for, with its plan. */
  async open(environment = 'prod', roots = planOf(environment)) {
    this.#branches += 1;
    const branch = `change-${this.#branches}`;
    const change = await this.host.open({
      branch,
      files: filesOf(environment, branch),
      metadata: metadataOf('user:default/olivia', `mailer-${this.#branches}`),
    });
    await this.host.plan(change.headSha, roots);
    return { ...change, branch };
  }

  async read(number: number, login = 'pat'): Promise<ChangeRequestDetail> {
    const { body } = await this.portal.get(login, `/pull-requests/${number}`);
    return body;
  }

  decide(login: string, number: number, verb: string, command: object) {
    return this.portal.post(login, `/pull-requests/${number}/${verb}`, command);
  }

  async approve(login: string, number: number, portal = this.portal) {
    const path = `/pull-requests/${number}/approve`;
    return portal.post(login, path, await this.seen(number));
  }

  async merge(login: string, number: number, portal = this.portal) {
    const path = `/pull-requests/${number}/merge`;
    return portal.post(login, path, await this.seen(number));
  }

  /** What is on the screen. */
  async seen(number: number) {
    const { headSha, planDigest } = await this.read(number);
    return { headSha, planDigest };
  }
}
