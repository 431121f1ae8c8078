import type { Page } from 'playwright-core';

/** What a page did that nobody should see, and what it asked for. */
export interface Watch {
  /** Console errors, uncaught errors, violations of the policy, dialogs, requests to other hosts. */
  readonly problems: string[];
  /** Addresses of all requests, in order. */
  readonly requests: string[];
}

/** Starts to listen; call before the page loads. `home` is the only address that it may ask. */
export async function watchPage(page: Page, home: string): Promise<Watch> {
  const watch: Watch = { problems: [], requests: [] };
  const note = (problem: string): void => void watch.problems.push(problem);
  await page.exposeFunction('noteViolation', (violation: string) => note(`policy: ${violation}`));
  await page.addInitScript({
    content: `document.addEventListener('securitypolicyviolation', (event) =>
      noteViolation(event.violatedDirective + ' ' + event.blockedURI));`,
  });
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  page.on('crash', () => note('the page crashed'));
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on('request', (request) => {
    const url = request.url();
    watch.requests.push(url);
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) note(`request: ${url}`);
  });
  return watch;
}
