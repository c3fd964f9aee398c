/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dead_letter_watch', table => {
    table.comment('What the last look at each dead-letter queue found');
    table.string('arn', 255).primary();
    table
      .integer('version')
      .notNullable()
      .comment('Goes up with each change, so that of two replicas one decides');
    table.integer('count').notNullable();
    table
      .boolean('armed')
      .notNullable()
      .comment('The next dead letter is news to the owner');
    table.dateTime('grew_at').nullable();
    table.dateTime('empty_at').nullable();
    table
      .integer('expiry_stage')
      .notNullable()
      .comment('Warned of expiry: 0 not, 1 near, 2 imminent');
    table.dateTime('age_read_at').nullable();
    table.dateTime('seen_at').notNullable();
  });
  await knex.schema.createTable('dead_letter_notices', table => {
    table.comment('What owners are still to be told');
    table.string('arn', 255).notNullable();
    table.string('kind', 20).notNullable();
    table.string('owner', 255).notNullable().comment('Entity ref');
    table.text('content').notNullable().comment('JSON object');
    table.dateTime('due_at').notNullable().comment('After quiet hours');
    table.dateTime('created_at').notNullable();
    table.string('claim', 40).nullable().comment('Who is sending it');
    table.dateTime('claimed_until').nullable();
    table.primary(['arn', 'kind']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dead_letter_notices');
  await knex.schema.dropTable('dead_letter_watch');
};
