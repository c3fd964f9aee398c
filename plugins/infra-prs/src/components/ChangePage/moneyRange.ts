const CENTS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** `$4.20`, or `$4.20 to $12.00`; other currencies by their code. */
export function moneyRange(
  { low, high }: { readonly low: number; readonly high: number },
  currency: string,
): string {
  const money = (amount: number) => {
    const sign = amount < 0 ? '−' : '';
    const unit = currency === 'USD' ? '$' : `${currency} `;
    return `${sign}${unit}${Math.abs(amount).toLocaleString('en-US', CENTS)}`;
  };
  const [from, to] = [money(low), money(high)];
  return from === to ? from : `${from} to ${to}`;
}
