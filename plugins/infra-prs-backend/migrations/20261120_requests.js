/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_requests', table => {
    table.comment('Who asked for which pull request through a golden path');
    table.string('repository', 255).notNullable().comment('host/owner/repo');
    table.integer('pull_request_number').notNullable();
    table
      .string('requester', 255)
      .notNullable()
      .comment('Entity ref of the person, as the portal signed them in');
    table.string('request_id', 80).notNullable();
    table.string('template', 255).notNullable();
    table.string('template_version', 255).notNullable();
    table.string('entity', 255).notNullable();
    table.text('environments').notNullable().comment('JSON array of names');
    table.text('parameters').notNullable().comment('JSON object');
    table.dateTime('recorded_at').notNullable();
    table.primary(['repository', 'pull_request_number', 'requester']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_requests');
};
