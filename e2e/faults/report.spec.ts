/** A model that cannot start: the page says what failed first, what to try, and gives a report. */
import { expect, test } from '../fixtures';

const NOISE = [/Failed to load resource|net::ERR/, /dynamically imported module/];

test('what failed first stays, in the alert and in a report that holds nothing of the visitor', async ({
  workbench,
  page,
  context,
  guard,
}) => {
  guard.allowErrors(...NOISE);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The worker runs, but what it needs to start cannot be loaded.
  await page.route('**/assets/start-*.js', (route) => route.abort());
  await workbench.goto();
  const alert = page.locator('#recommendations').getByRole('alert');
  await expect(alert).toContainText('The model could not be started');
  await expect(alert).toContainText(/start-[\w-]+\.js/);
  await expect(page.locator('.badge')).toContainText('did not start');

  // Whatever is asked later fails as well, and hides nothing.
  const [first] = await workbench.support.pairs();
  await workbench.support.remove(first.item);
  await expect(workbench.support.rows).toHaveCount(7);
  await expect(alert).toContainText(/start-[\w-]+\.js/);

  await alert.getByText('Report this').click();
  await expect(alert.locator('pre')).toContainText('worker: not started; answers start');
  await alert.getByRole('button', { name: 'Copy the report' }).click();
  await expect(workbench.notice('report-copied')).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/^CMML Explorable [\d.]+ \(index-[\w-]+\.js\)$/m);
  expect(report).toContain(await page.evaluate(() => navigator.userAgent));
  expect(report).toMatch(/internal: .*start-[\w-]+\.js/);
  expect(report).not.toMatch(/support=|Horror|127\.0\.0\.1|localhost/);
  expect(await alert.locator('pre').textContent()).toBe(report);
});

test('the way out without WebAssembly is a press away', async ({ workbench, page, guard }) => {
  guard.allowErrors(...NOISE);
  await page.route('**/assets/start-*.js', (route) => route.abort());
  await workbench.goto();
  const alert = page.locator('#recommendations').getByRole('alert');
  await expect(alert).toBeVisible();
  await page.unroute('**/assets/start-*.js');
  await alert.getByRole('button', { name: 'Compute in plain JavaScript' }).click();
  await workbench.live(90_000);
  await expect(workbench.badge).toHaveAttribute('data-backend', 'cpu');
});

test('a page without the script that talks to the model says so too', async ({
  workbench,
  page,
  guard,
}) => {
  guard.allowErrors(...NOISE);
  await page.route('**/assets/client-*.js', (route) => route.abort());
  await workbench.goto();
  const alert = page.locator('#recommendations').getByRole('alert');
  await expect(alert).toContainText(/client-[\w-]+\.js/);
  await page.unroute('**/assets/client-*.js');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await workbench.settled();
});
