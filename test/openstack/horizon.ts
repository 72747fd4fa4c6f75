/** Horizon as a person uses it, in a real browser. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { CloudAccess } from './cloud.ts';

const PATIENCE_MS = 120_000;

export interface Horizon {
  /** Somebody who has not logged in yet follows a link: they do, and are where it leads. */
  followLoggedOut(link: string): Promise<Page>;
  /** An action of a server's row in Project → Compute → Instances, such as `Shut Off Instance`. */
  actOnInstance(id: string, action: string): Promise<void>;
  close(): Promise<void>;
}

export async function openHorizon(access: CloudAccess): Promise<Horizon> {
  const script = fileURLToPath(new URL('browser', import.meta.url));
  const executablePath = execFileSync(script, { encoding: 'utf8' }).trim();
  // as root there is no sandbox, and nothing but loopback is opened
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    followLoggedOut: (link) => followLoggedOut(browser, access, link),
    actOnInstance: async (id, action) => {
      const page = await followLoggedOut(browser, access, `${access.horizon}/project/instances/`);
      await act(page, id, action);
      await page.close();
    },
    close: () => browser.close(),
  };
}

async function followLoggedOut(
  browser: Browser,
  { password: { username, password } }: CloudAccess,
  link: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(link);
  await page.fill('#id_username', username);
  await page.fill('#id_password', password);
  await page.click('#loginBtn');
  await page.waitForURL(new URL(link).href);
  return page;
}

/** Horizon asks before it does anything of weight. */
async function act(page: Page, id: string, action: string): Promise<void> {
  const row = page.locator(`tr[id="instances__row__${id}"]`);
  while ((await row.count()) === 0) await page.getByRole('link', { name: /^Next/ }).click();
  // a row that is polled is replaced under the hand: the menu is opened again until the action is there
  const button = row.getByRole('button', { name: action, exact: true });
  if (!(await button.isVisible())) await row.locator('.dropdown-toggle').click();
  await button.click();
  const confirm = page.locator('.modal-footer .btn-danger, .modal-footer .btn-primary');
  const asked = page.locator('.modal-dialog').getByText('You have selected');
  const said = page.getByText(/^Success:|Error:/).first();
  await asked.or(said).first().waitFor();
  if (await asked.isVisible()) await confirm.click();
  await said.waitFor();
  if ((await said.innerText()).startsWith('Error'))
    throw new Error(`Horizon on "${action}": ${await said.innerText()}`);
}
