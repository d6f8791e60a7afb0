import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { expect, test as base, type Guard } from './fixtures';

interface School {
  /** Origin of a page of a teacher; of another one. */
  teacher: string;
  stranger: string;
}

/**
 * Two more origins of this machine, which serve a page around the address in their query. (Pages that a test makes up for
 * other hosts count as public, and Chromium lets none of those reach this machine.)
 */
const test = base.extend<School>({
  // Playwright reads from the pattern which fixtures are needed: none.
  // eslint-disable-next-line no-empty-pattern
  teacher: async ({}, use) => served(use),
  // eslint-disable-next-line no-empty-pattern
  stranger: async ({}, use) => served(use),
});

async function served(use: (origin: string) => Promise<void>): Promise<void> {
  const server = createServer(({ url }, response) => {
    const address = new URL(url ?? '/', 'http://localhost').searchParams.get('around') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html(address.replaceAll('&', '&amp;')));
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  await use(`http://localhost:${(server.address() as AddressInfo).port}`);
  server.closeAllConnections();
  server.close();
}

/** A teacher's page that holds this one in a frame, and keeps what it hears. */
const html = (address: string): string => `<!doctype html><title>Lesson</title>
<iframe id="page" title="page" src="${address}" width="1200" height="800"></iframe>
<script>
  heard = [];
  addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
</script>`;

interface Heard {
  data: { cmml: number; id?: string; ready?: true; error?: string; ranking?: Ranking };
  origin: string;
}
interface Ranking {
  support: { movie: number; label: number }[];
  films: { rank: number; movie: number; title: string; score: number }[];
}

/** Opens `origin`'s page around this one. @returns the frame of this one */
async function lesson(page: Page, guard: Guard, origin: string, address: string): Promise<Frame> {
  guard.allowHome(origin);
  await page.goto(`${origin}/?around=${encodeURIComponent(address)}`);
  const frame = await (await page.locator('#page').elementHandle())!.contentFrame();
  await expect(
    frame!.locator('#recommendations [data-source="live"]:not([data-waiting])'),
  ).toBeVisible({ timeout: 60_000 });
  return frame!;
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

const say = (page: Page, message: object) =>
  page.evaluate(
    (said) => document.querySelector('iframe')!.contentWindow!.postMessage(said, '*'),
    message,
  );

async function answerTo(page: Page, id: string): Promise<Heard> {
  const found = async () => (await heard(page)).find(({ data }) => data.id === id);
  await expect.poll(found, { timeout: 60_000 }).toBeTruthy();
  return (await found())!;
}

test('a teacher’s page of another origin sets the support set and reads the ranking', async ({
  page,
  guard,
  baseURL,
  teacher,
}) => {
  test.slow();
  const address = `${baseURL}?embed=1&messages=${encodeURIComponent(teacher)}`;
  const frame = await lesson(page, guard, teacher, address);
  await expect.poll(async () => (await heard(page)).some(({ data }) => data.ready)).toBe(true);

  await test.step('the support set', async () => {
    const support = [
      { movie: 1, label: 5 },
      { movie: 260, label: 2.5 },
    ];
    await say(page, { cmml: 1, id: 'set', ask: 'support', setting: 'newcomer', support });
    const { data, origin } = await answerTo(page, 'set');
    expect(data).toEqual({ cmml: 1, id: 'set', support, leftOut: 0 });
    expect(origin).toBe(new URL(baseURL!).origin);
    await expect(frame.locator('[data-support]')).toHaveCount(2);
    await expect(frame.locator('#support-set')).toContainText('Toy Story');
  });

  await test.step('the ranking', async () => {
    await say(page, { cmml: 1, id: 'read', ask: 'ranking', first: 5 });
    const { ranking } = (await answerTo(page, 'read')).data;
    expect(ranking!.films.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    const titles = await frame.locator('#recommendations [data-item]').allInnerTexts();
    expect(titles[0]).toContain(ranking!.films[0].title);
  });

  await test.step('what is not understood is said', async () => {
    await say(page, { cmml: 2, id: 'newer', ask: 'ranking' });
    expect((await answerTo(page, 'newer')).data.error).toContain('version 2');
    await say(page, { cmml: 1, id: 'odd', ask: 'support', support: [{ movie: 1, label: 9 }] });
    expect((await answerTo(page, 'odd')).data.error).toContain('support.0.label');
  });
});

test('nobody else is answered: neither another origin, nor where the address does not ask for it', async ({
  page,
  guard,
  baseURL,
  teacher,
  stranger,
}) => {
  test.slow();
  const asked = `${baseURL}?embed=1&messages=${encodeURIComponent(teacher)}`;
  for (const address of [asked, `${baseURL}?embed=1`]) {
    const frame = await lesson(page, guard, stranger, address);
    const before = await frame.locator('[data-support]').count();
    await say(page, { cmml: 1, id: 'set', ask: 'support', support: [{ movie: 1, label: 1 }] });
    await say(page, { cmml: 1, id: 'read', ask: 'ranking' });
    // An answer would take milliseconds: there is nothing to wait for but time.
    await page.waitForTimeout(1500);
    expect(await heard(page)).toEqual([]);
    expect(await frame.locator('[data-support]').count()).toBe(before);
  }
});
