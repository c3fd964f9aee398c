/** `$12 – $48`, `$0.40 – $3`; cents where they matter. */
export function formatCostRange(
  { low, high }: { low: number; high: number },
  currency: string,
): string {
  const from = formatCost(low, currency);
  const to = formatCost(high, currency);
  return from === to ? from : `${from} – ${to}`;
}

function formatCost(amount: number, currency: string): string {
  const cents = amount > 0 && amount < 10;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents ? 2 : 0,
    maximumFractionDigits: cents ? 2 : 0,
  }).format(amount);
}
