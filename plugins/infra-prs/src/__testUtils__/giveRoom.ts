/** jsdom lays nothing out: without a height no row of a long list would be in sight. */
export function giveRoom(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get: () => 600,
  });
}
