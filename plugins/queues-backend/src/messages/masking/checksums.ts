/** Luhn's checksum, which every payment card number fulfils (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = digit * 2;
    const odd = doubled > 9 ? doubled - 9 : doubled;
    sum += i % 2 === 0 ? digit : odd;
  }
  return sum % 10 === 0;
}

/** The checksum of an IBAN: rearranged and read as a number, it is 1 modulo 97 (ISO 13616). */
export function isIban(text: string): boolean {
  const rearranged = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const char of rearranged) {
    for (const digit of parseInt(char, 36).toString()) {
      rest = (rest * 10 + Number(digit)) % 97;
    }
  }
  return rest === 1;
}
