/** Text as a terminal would show it, without colours and frames. */
export function plainText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/\u001b\[[\d;]*[A-Za-z]/g, '')
      .replace(/^[╷│╵] ?/gm, '')
      .replace(/\r/g, '')
      .trim()
  );
}
