import { Cluster } from '../../kubernetes/Cluster';
import { Millis } from '../../world/types';
import { ArgoApiError } from '../ArgoApiError';
import { ApplicationEvents } from './ApplicationEvents';
import {
  HistoryEntry,
  OperationState,
  ResourceResult,
} from './ApplicationStatus';
import { ComparedResource } from './compareResources';
import {
  APPLY_AFTER_MS,
  applySync,
  FINISH_AFTER_MS,
  SyncRequest,
} from './SyncOperation';

/** Entries that Argo CD keeps (`revisionHistoryLimit`). */
const HISTORY_LIMIT = 10;

interface Running {
  readonly request: SyncRequest;
  readonly startedAt: Millis;
  results?: readonly ResourceResult[];
  terminating: boolean;
}

const iso = (time: Millis) => new Date(time).toISOString();

/** Runs the operations of one application, one at a time, and keeps their outcome. */
export class OperationRunner {
  state: OperationState | undefined;
  history: readonly HistoryEntry[] = [];
  /** Revision of the last sync of all resources, whatever came of it. */
  lastAttempt: string | undefined;
  /** Why the last operation failed; undefined when it did not. */
  failure: { revision: string; message: string; at: string } | undefined;
  private running: Running | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly events: ApplicationEvents,
  ) {}

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** @throws ArgoApiError FailedPrecondition while another operation runs. */
  start(request: SyncRequest, source: unknown, now: Millis): void {
    if (this.running) {
      throw ArgoApiError.failedPrecondition(
        'another operation is already in progress',
      );
    }
    this.running = { request, startedAt: now, terminating: false };
    this.failure = undefined;
    if (!request.only && !request.dryRun) this.lastAttempt = request.revision;
    const who = request.initiatedBy.username ?? 'the auto-sync policy';
    this.events.add(
      now,
      'OperationStarted',
      `${who} initiated sync to ${request.revision}`,
    );
    this.show('Running', 'waiting for the sync to start', source);
  }

  /** @throws ArgoApiError InvalidArgument when nothing runs. */
  terminate(source: unknown): void {
    if (!this.running) {
      throw ArgoApiError.invalidArgument(
        'Unable to terminate operation. No operation is in progress',
      );
    }
    this.running.terminating = true;
    this.show('Terminating', 'operation is terminating', source);
  }

  tick(
    surplus: readonly ComparedResource[],
    source: unknown,
    now: Millis,
  ): void {
    const { running } = this;
    if (!running) return;
    if (running.terminating) {
      this.finish('Failed', 'Operation terminated', source, now);
      return;
    }
    const age = now - running.startedAt;
    if (!running.results && age >= APPLY_AFTER_MS) {
      running.results = applySync(running.request, surplus, this.cluster);
      this.show('Running', 'one or more tasks are running', source);
    }
    if (running.results && age >= FINISH_AFTER_MS) {
      this.conclude(running, running.results, source, now);
    }
  }

  /** Takes over what was deployed before the world began. */
  restore(
    history: readonly HistoryEntry[],
    source: unknown,
    now: Millis,
  ): void {
    this.history = history;
    const last = history.at(-1);
    if (!last) return;
    this.lastAttempt = undefined;
    this.state = {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      startedAt: last.deployStartedAt,
      finishedAt: last.deployedAt,
      operation: {
        sync: { revision: last.revision },
        initiatedBy: last.initiatedBy,
      },
      syncResult: { revision: last.revision, source },
    };
    this.events.add(
      now,
      'OperationCompleted',
      `Sync operation to ${last.revision} succeeded`,
    );
  }

  private conclude(
    { request }: Running,
    results: readonly ResourceResult[],
    source: unknown,
    now: Millis,
  ): void {
    const failed = results.filter(({ status }) => status === 'SyncFailed');
    if (failed.length > 0) {
      const reasons = failed.map(({ message }) => message).join(', ');
      const message = `one or more objects failed to apply, reason: ${reasons}`;
      this.finish('Failed', message, source, now);
    } else {
      const message = request.only
        ? 'successfully synced (partial sync)'
        : 'successfully synced (all tasks run)';
      this.finish('Succeeded', message, source, now);
    }
  }

  private finish(
    phase: 'Succeeded' | 'Failed',
    message: string,
    source: unknown,
    now: Millis,
  ): void {
    const { running } = this;
    if (!running) return;
    const { request } = running;
    this.show(phase, message, source, now);
    this.running = undefined;
    if (phase === 'Failed') {
      this.failure = { revision: request.revision, message, at: iso(now) };
    } else if (!request.dryRun && !request.only) {
      const id = (this.history.at(-1)?.id ?? -1) + 1;
      const entry = {
        id,
        revision: request.revision,
        deployStartedAt: iso(running.startedAt),
        deployedAt: iso(now),
        source,
        initiatedBy: request.initiatedBy,
      };
      this.history = [...this.history, entry].slice(-HISTORY_LIMIT);
    }
    this.events.add(
      now,
      'OperationCompleted',
      `Sync operation to ${
        request.revision
      } ${phase.toLowerCase()}: ${message}`,
      phase === 'Failed' ? 'Warning' : 'Normal',
    );
  }

  private show(
    phase: OperationState['phase'],
    message: string,
    source: unknown,
    finishedAt?: Millis,
  ): void {
    const { running } = this;
    if (!running) return;
    const { request, startedAt, results } = running;
    const resources = results?.map(
      (result): ResourceResult =>
        phase === 'Succeeded' && result.hookPhase === 'Running'
          ? { ...result, hookPhase: 'Succeeded' }
          : result,
    );
    this.state = {
      phase,
      message,
      startedAt: iso(startedAt),
      ...(finishedAt !== undefined && { finishedAt: iso(finishedAt) }),
      operation: operationOf(request),
      syncResult: { revision: request.revision, source, resources },
    };
  }
}

function operationOf(request: SyncRequest) {
  return {
    sync: {
      revision: request.revision,
      ...(request.prune && { prune: true }),
      ...(request.dryRun && { dryRun: true }),
      ...(request.only && { resources: request.only }),
    },
    initiatedBy: request.initiatedBy,
  };
}
