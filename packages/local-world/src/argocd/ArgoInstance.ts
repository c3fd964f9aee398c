import { ManifestError } from '@slipway/infrastructure-code';
import { Cluster } from '../kubernetes/Cluster';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { Millis } from '../world/types';
import {
  ApplicationManifest,
  parseDeclarations,
} from './application/ApplicationManifest';
import {
  AppProject,
  DEFAULT_PROJECT,
  projectProblem,
} from './application/AppProject';
import { ManagedApplication, Target } from './application/ManagedApplication';
import { GitOpsRepository } from './GitOpsRepository';
import { CachingRenderer } from './render/CachingRenderer';
import { seedHistory } from './seedHistory';

export interface ArgoInstanceOptions {
  readonly name: string;
  readonly environment: string;
  readonly cluster: Cluster;
  readonly repository: GitOpsRepository;
  readonly renderer: CachingRenderer;
  readonly now: () => Millis;
}

/** One Argo CD: its applications are the files of `gitops/argocd/<environment>`. */
export class ArgoInstance {
  readonly applications = new Map<string, ManagedApplication>();
  /** Application files that cannot be read; their applications stay as they were. */
  readonly problems = new Map<string, string>();
  private readonly projects = new Map<string, AppProject>();
  private head: string | undefined;

  constructor(readonly options: ArgoInstanceOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Everything on the branch counts as deployed long ago. */
  async start(): Promise<void> {
    await this.reconcile();
    const { cluster, now, repository } = this.options;
    for (const application of this.applications.values()) {
      const history = await seedHistory(
        application.manifest,
        repository,
        now(),
      );
      application.settle(history, now());
    }
    cluster.settle();
    this.applications.forEach(application => application.compare(now()));
  }

  async tick(): Promise<void> {
    const head = await this.options.repository.head();
    if (head?.sha !== this.head) await this.reconcile();
    const now = this.options.now();
    this.applications.forEach(application => application.tick(now));
  }

  /** Reads Git again and compares; `hard` forgets what was rendered. */
  async refresh(application: ManagedApplication, hard: boolean): Promise<void> {
    if (hard) this.options.renderer.clear();
    const head = await this.options.repository.head();
    if (head) {
      const target = await this.target(application.manifest, head.sha);
      application.retarget(target, this.options.now());
    }
  }

  /**
   * Renders an application as it was at a revision.
   *
   * @throws ManifestError
   */
  async render(
    manifest: ApplicationManifest,
    revision: string,
  ): Promise<readonly KubernetesObject[]> {
    const files = await this.options.repository.files(revision);
    return this.options.renderer.render(files, manifest.spec.source.path);
  }

  clear(): void {
    this.applications.clear();
    this.problems.clear();
    this.head = undefined;
  }

  private async reconcile(): Promise<void> {
    const { repository } = this.options;
    const head = await repository.head();
    if (!head) return;
    const { sha } = head;
    const manifests = this.read(await repository.files(sha));
    for (const [name, application] of this.applications) {
      if (!manifests.has(name) && this.problems.size === 0) {
        application.destroy();
        this.applications.delete(name);
      }
    }
    // All at once: each render is a process of its own, cached unless its files changed.
    const targets = await Promise.all(
      [...manifests.values()].map(manifest => this.target(manifest, sha)),
    );
    [...manifests.values()].forEach((manifest, index) =>
      this.adopt(manifest, targets[index]),
    );
    this.head = sha;
  }

  private adopt(manifest: ApplicationManifest, target: Target): void {
    const { cluster, now } = this.options;
    const { name } = manifest.metadata;
    const application =
      this.applications.get(name) ??
      new ManagedApplication(manifest, cluster, now());
    application.manifest = manifest;
    this.applications.set(name, application);
    application.retarget(target, now());
  }

  private async target(
    manifest: ApplicationManifest,
    revision: string,
  ): Promise<Target> {
    const problem = projectProblem(manifest, this.projects);
    if (problem) return { revision, error: problem, invalid: true };
    try {
      return { revision, objects: await this.render(manifest, revision) };
    } catch (error) {
      if (error instanceof ManifestError) {
        return { revision, error: error.message };
      }
      throw error;
    }
  }

  private read(
    files: ReadonlyMap<string, string>,
  ): ReadonlyMap<string, ApplicationManifest> {
    const prefix = `gitops/argocd/${this.options.environment}/`;
    const manifests = new Map<string, ApplicationManifest>();
    this.problems.clear();
    this.projects.clear();
    this.projects.set('default', DEFAULT_PROJECT);
    for (const [path, content] of files) {
      if (!path.startsWith(prefix) || !/\.ya?ml$/.test(path)) continue;
      try {
        const { applications, projects } = parseDeclarations(content, path);
        applications.forEach(it => manifests.set(it.metadata.name, it));
        projects.forEach(it => this.projects.set(it.metadata.name, it));
      } catch (error) {
        if (!(error instanceof ManifestError)) throw error;
        this.problems.set(path, error.message);
      }
    }
    return manifests;
  }
}
