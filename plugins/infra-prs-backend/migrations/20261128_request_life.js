/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('requests', table => {
    table.comment(
      'Where each request stands; all but its version can be read from the Git host again',
    );
    table.string('repository', 255).notNullable().comment('host/owner/repo');
    table.integer('number').notNullable().comment('Of its pull request there');
    table
      .integer('version')
      .notNullable()
      .comment('Counts the writes, so that no replica writes over a newer one');
    table.string('request_id', 80).notNullable();
    table.text('title').notNullable();
    table.text('url').notNullable();
    table.string('head_sha', 64).notNullable();
    table.string('entity', 255).comment('Ref of what it is about');
    table.string('template', 255);
    table.string('template_version', 255);
    table.text('requesters').notNullable().comment('JSON array of entity refs');
    table.text('environments').notNullable().comment('JSON array of names');
    table.text('parameters').comment('JSON object, without secrets');
    table.string('stage', 20).notNullable();
    table.string('state', 20).notNullable();
    table.text('problem').comment('JSON object');
    table.text('waits_for');
    table.dateTime('stage_since').notNullable();
    table.dateTime('requested_at').notNullable();
    table.dateTime('planned_at');
    table.dateTime('approved_at');
    table.dateTime('merged_at');
    table.dateTime('applied_at');
    table.dateTime('live_at');
    table.dateTime('closed_at');
    table.dateTime('changed_at').notNullable().comment('On the Git host');
    table.dateTime('looked_at').notNullable();
    table.primary(['repository', 'number']);
    table.index(['repository', 'state']);
    table.index(['repository', 'entity']);
  });
  await knex.schema.createTable('request_pulls', table => {
    table.comment('All pull requests of a request, in any repository');
    table.string('repository', 255).notNullable();
    table.integer('number').notNullable();
    table.string('role', 20).notNullable();
    table.string('pull_repository', 255).notNullable();
    table.integer('pull_number').notNullable();
    table.text('title').notNullable();
    table.text('url').notNullable();
    table.string('state', 20).notNullable();
    table.string('head_sha', 64).notNullable();
    table.primary(['repository', 'number', 'pull_repository', 'pull_number']);
  });
  await knex.schema.createTable('request_events', table => {
    table.comment('What happened to a request, each once');
    table.string('repository', 255).notNullable();
    table.integer('number').notNullable();
    table.string('id', 255).notNullable().comment('The same for the same');
    table.dateTime('at').notNullable();
    table.string('kind', 30).notNullable();
    table.string('outcome', 10);
    table.string('actor_ref', 255);
    table.string('actor_login', 255);
    table.text('text').notNullable();
    table.text('url');
    table.primary(['repository', 'number', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('request_events');
  await knex.schema.dropTable('request_pulls');
  await knex.schema.dropTable('requests');
};
