/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('queue_redrives', table => {
    table.comment('Redrives that were started through Slipway');
    table.string('id', 40).primary();
    table.string('queue_arn', 300).notNullable();
    table
      .string('active_arn', 300)
      .unique()
      .comment(
        'The ARN while the redrive is not over, so that there is one at a time over all replicas',
      );
    table.string('kind', 20).notNullable().comment('all or selected');
    table.string('environment', 40).notNullable();
    table.string('queue', 100).notNullable();
    table.string('entity_ref', 800).notNullable();
    table.text('owners').notNullable().comment('JSON array of entity refs');
    table.text('targets').notNullable().comment('JSON array of queue names');
    table.integer('velocity').comment('Messages per second');
    table.string('status', 20).notNullable();
    table.integer('to_move');
    table.integer('moved').notNullable();
    table.string('started_by', 255).notNullable();
    table.dateTime('started_at').notNullable();
    table.string('cancelled_by', 255);
    table.dateTime('finished_at');
    table.text('failure');
    table.text('task_handle').comment('Of the move task of SQS');
    table
      .bigInteger('task_started_at')
      .comment('Milliseconds, by the clock of SQS');
    table
      .bigInteger('previous_task_at')
      .notNullable()
      .comment('When the latest task before this one started');
    table
      .dateTime('beat_at')
      .notNullable()
      .comment('When a replica last worked on it');
    table.index(['queue_arn', 'started_at']);
  });
  await knex.schema.createTable('queue_snapshots', table => {
    table.comment('Downloads that have to come before a purge');
    table.string('id', 40).primary();
    table.string('queue_arn', 300).notNullable();
    table.string('issued_to', 255).notNullable().comment('User ref');
    table.dateTime('issued_at').notNullable();
    table.integer('messages').comment('Set when the download is complete');
    table.dateTime('used_at');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('queue_snapshots');
  await knex.schema.dropTable('queue_redrives');
};
