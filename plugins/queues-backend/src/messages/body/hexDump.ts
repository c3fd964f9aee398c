const ROW = 16;

/** The start of binary data as people read it: offset, bytes, and what is printable of them. */
export function hexDump(bytes: Uint8Array, limit = 1_024): string {
  const rows: string[] = [];
  const end = Math.min(bytes.length, limit);
  for (let at = 0; at < end; at += ROW) {
    const row = [...bytes.subarray(at, Math.min(at + ROW, end))];
    const hex = row.map(byte => byte.toString(16).padStart(2, '0')).join(' ');
    const text = row
      .map(byte =>
        byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
      )
      .join('');
    const offset = at.toString(16).padStart(8, '0');
    rows.push(`${offset}  ${hex.padEnd(ROW * 3 - 1)}  ${text}`);
  }
  return rows.join('\n');
}
