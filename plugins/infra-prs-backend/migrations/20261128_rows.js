/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_rows', table => {
    table.comment(
      'What lists show of pull requests that are over; all of it can be read from GitHub again',
    );
    table.string('repository', 255).notNullable().comment('host/owner/repo');
    table.integer('pull_request_number').notNullable();
    table.string('head_sha', 64).notNullable();
    table.text('row').notNullable().comment('JSON object');
    table.primary(['repository', 'pull_request_number']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_rows');
};
