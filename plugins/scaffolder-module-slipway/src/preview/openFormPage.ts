/**
 * Goes back to a page of the form.
 *
 * @remarks The form of Backstage keeps its page to itself; a click on the name of an earlier page, which it offers to
 * people, is the only way to it. Where there is no such name nothing happens, and the Back button is still there.
 */
export function openFormPage(index: number): void {
  const labels = document.querySelectorAll(
    '[class*="MuiStepper-root"] > [class*="MuiStep-root"]',
  );
  const label = labels
    .item(index)
    ?.querySelector('[class*="MuiStepLabel-root"]');
  if (label instanceof HTMLElement) label.click();
}
