/** A ratio that fails the bench when it is over its limit, or could not be measured. */
export function bound(name, value, limit) {
  return {
    name,
    value: value.toFixed(2),
    limit: `≤ ${limit}`,
    ok: value <= limit,
  };
}
