import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { DefaultAwsClients } from '@slipway/platform-node';
import Knex from 'knex';
import { z } from 'zod';
import { testConfig } from '../__fixtures__/testConfig';
import { SqsMessagesClient } from '../clients/SqsMessagesClient';
import { MessageReader } from '../messages/MessageReader';
import { SelectedMover } from '../redrives/SelectedMover';
import { DatabaseRedriveStore } from '../store/DatabaseRedriveStore';

const quiet = async () => {};
const logger = {
  error: quiet,
  warn: quiet,
  info: quiet,
  debug: quiet,
  child: () => logger,
};
const environment = {
  name: 'dev',
  title: 'dev',
  account: '111111111111',
  region: 'eu-west-1',
  infrastructure: { path: 'dev' },
  protection: 'none' as const,
  approvers: [],
};

function createMover(store: DatabaseRedriveStore): SelectedMover {
  const client = new SqsMessagesClient(
    DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(
        new ConfigReader(testConfig),
      ),
    }),
  );
  return new SelectedMover({
    client,
    events: { started: quiet, changed: quiet, finished: quiet },
    logger,
    reader: new MessageReader(client, () => {}),
    store,
  });
}

/** Moves the messages of a redrive that is in the database already: a process of its own, so that it can be killed. */
async function moveInChild(): Promise<void> {
  const [filename, id, ...messageIds] = z
    .array(z.string())
    .parse(process.argv.slice(2));
  const db = Knex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  const store = new DatabaseRedriveStore(db);
  const record = await store.get(id);
  if (!record) throw new Error(`There is no redrive ${id}`);
  const queue = { arn: record.queueArn, name: record.queue, environment };
  await createMover(store).move(record, queue, messageIds);
  await db.destroy();
}

moveInChild().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
