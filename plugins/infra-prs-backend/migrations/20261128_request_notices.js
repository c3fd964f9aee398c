/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('requests', table => {
    table.string('merge_sha', 64).comment('Commit that its merge made');
  });
  await knex.schema.createTable('request_notices', table => {
    table.comment('What people are told of a request, each once');
    table.string('repository', 255).notNullable().comment('host/owner/repo');
    table.integer('number').notNullable();
    table.string('id', 255).notNullable().comment('The same for the same turn');
    table.text('content').notNullable().comment('JSON object');
    table.dateTime('created_at').notNullable();
    table.dateTime('sent_at').comment('Null while it waits');
    table.string('claim', 40).comment('Who sends it');
    table.dateTime('claimed_until');
    table.primary(['repository', 'number', 'id']);
    table.index(['repository', 'sent_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('request_notices');
  await knex.schema.alterTable('requests', table => {
    table.dropColumn('merge_sha');
  });
};
