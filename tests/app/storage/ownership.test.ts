import { describe, expect, it } from 'vitest';
import { claimAutosave } from '../../../app/storage/ownership';

type Held = (lock: Lock | null) => unknown;

/** Locks of one browser, as its tabs see them; `close` ends the tab that holds. */
function browser() {
  const queue: Held[] = [];
  let held = false;
  const grant = (callback: Held) => {
    held = true;
    return callback({} as Lock);
  };
  const request = (_name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as Held;
    if (!held) return Promise.resolve(grant(callback));
    if (rest.length === 2) return Promise.resolve(callback(null));
    queue.push(callback);
    return new Promise(() => undefined);
  };
  const close = () => {
    held = false;
    const next = queue.shift();
    if (next) void grant(next);
  };
  return { locks: { request } as unknown as LockManager, close };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function tab(locks: LockManager | undefined): string[] {
  const said: string[] = [];
  const take = (waited: boolean) => said.push(waited ? 'take over' : 'take');
  void claimAutosave('some', { wait: () => said.push('wait'), take }, locks);
  return said;
}

describe('the autosave of several tabs', () => {
  it('is kept by the first, and by the next once that is closed', async () => {
    const { locks, close } = browser();
    const [first, second, third] = [tab(locks), tab(locks), tab(locks)];
    await settled();
    expect([first, second, third]).toEqual([['take'], ['wait'], ['wait']]);
    close();
    expect([second, third]).toEqual([['wait', 'take over'], ['wait']]);
  });

  it('is kept by every tab where there are no locks, or they are refused', async () => {
    const refusing = {
      request: () => Promise.reject(new DOMException('blocked', 'SecurityError')),
    } as unknown as LockManager;
    // `undefined` would be the default of Node itself, which has locks from version 24 on.
    const said = [tab(refusing), tab(null as unknown as undefined)];
    await settled();
    expect(said).toEqual([['take'], ['take']]);
  });
});
