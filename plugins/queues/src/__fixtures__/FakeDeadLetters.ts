import {
  PeekedMessage,
  QueueActions,
  Redrive,
  RedriveCommand,
} from '@slipway/plugin-queues-common';
import { QueuesApi } from '../api/QueuesApi';
import { isRunning } from '../words/redriveWords';
import { peekedMessage, peekResponse } from './peekedMessages';
import { queueResult } from './queueResults';

const allowed = { allowed: true };

/** What the browser asks of one queue and its dead letters. */
type Api = Omit<
  QueuesApi,
  'getTopology' | 'getBoard' | 'getCost' | 'getHistory'
>;

/** A dead-letter queue in memory, as the backend answers about it: redrives move some messages each time they are asked for. */
export class FakeDeadLetters implements Api {
  actions: QueueActions = {
    peek: allowed,
    export: allowed,
    redrive: allowed,
    cancel: allowed,
    purge: allowed,
  };
  redrives: Redrive[] = [];
  /** Messages that move between two reads of the redrives. */
  step = 10;

  constructor(
    public messages: PeekedMessage[] = Array.from({ length: 42 }, (_, index) =>
      peekedMessage(index),
    ),
  ) {}

  getQueues = async () => ({
    queues: [queueResult('dev-orders', 'dev', this.messages.length)],
    problems: [],
  });

  getActions = async () => this.actions;

  peek: Api['peek'] = async (_, { limit = 20 }) =>
    peekResponse(this.messages.slice(0, limit), this.messages.length);

  exportMessages = async () =>
    new Blob(this.messages.map(message => `${JSON.stringify(message)}\n`));

  previewRedrive = async () => ({
    queue: 'dev-orders-dlq',
    environment: 'dev',
    count: this.messages.length,
    targets: ['dev-orders'],
    fifo: false,
    defaultVelocity: 10,
    maxVelocity: 50,
    startedBy: 'user:default/olivia',
    blockers: [] as string[],
    risks: ['Consumers see messages again that they may have handled in part'],
    running: this.redrives.find(isRunning),
  });

  listRedrives = async () => {
    this.redrives = this.redrives.map(redrive =>
      isRunning(redrive) ? this.#move(redrive) : redrive,
    );
    return { redrives: this.redrives };
  };

  startRedrive = async (_: unknown, command: RedriveCommand) => {
    const redrive: Redrive = {
      id: `r${this.redrives.length + 1}`,
      kind: command.messageIds ? 'selected' : 'all',
      environment: 'dev',
      queue: 'dev-orders-dlq',
      targets: ['dev-orders'],
      velocity: command.velocity,
      status: 'running',
      toMove: command.messageIds?.length ?? this.messages.length,
      moved: 0,
      startedBy: 'user:default/olivia',
      startedAt: new Date().toISOString(),
    };
    this.redrives = [redrive, ...this.redrives];
    return redrive;
  };

  cancelRedrive = async (_: unknown, id: string) => {
    this.redrives = this.redrives.map(redrive =>
      redrive.id === id
        ? {
            ...redrive,
            status: 'cancelled',
            cancelledBy: 'user:default/olivia',
            finishedAt: new Date().toISOString(),
          }
        : redrive,
    );
    return this.redrives[0];
  };

  snapshot = async () => ({ id: 's1', file: await this.exportMessages() });

  purge = async () => {
    this.messages = [];
  };

  #move(redrive: Redrive): Redrive {
    const { moved, toMove = 0 } = redrive;
    const more = Math.min(this.step, toMove - moved);
    this.messages = this.messages.slice(more);
    const isDone = moved + more >= toMove;
    return {
      ...redrive,
      moved: moved + more,
      status: isDone ? 'completed' : 'running',
      ...(isDone && { finishedAt: new Date().toISOString() }),
    };
  }
}
