/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('requests', table => {
    table.text('reverts').comment('JSON: what it takes back');
  });
  // Until now what rolls out nowhere ended as applied.
  await knex('requests')
    .where({ stage: 'applied', state: 'done' })
    .update({ stage: 'live', live_at: knex.ref('applied_at') });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('requests', table => {
    table.dropColumn('reverts');
  });
};
