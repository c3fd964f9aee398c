/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cloudwatch_usage', table => {
    table.comment('Metrics requested of CloudWatch, which bills each');
    table
      .bigInteger('hour')
      .notNullable()
      .comment('Start of the hour, milliseconds since the epoch');
    table.string('environment', 64).notNullable();
    table.bigInteger('metrics').notNullable();
    table.primary(['hour', 'environment']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cloudwatch_usage');
};
