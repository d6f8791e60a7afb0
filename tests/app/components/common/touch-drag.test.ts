import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followTouchDrag } from '../../../../app/components/common/touch-drag';

vi.mock('../../../../app/components/common/drag-picture', () => ({
  dragPicture: () => ({ classList: { add() {} }, style: {}, remove() {} }),
}));
vi.mock('../../../../app/components/common/dragging', () => ({ setDragging() {} }));

/** As much of an element as a drag by finger asks for: a row that is everything that is looked for, but a field. */
class FakeElement extends EventTarget {
  dataset = { movie: '7', movieTitle: 'Alien' };
  closest(selector: string): FakeElement | null {
    return selector === 'input' ? null : this;
  }
  setAttribute() {}
  removeAttribute() {}
}

/** An event of one finger, `at` ms on the clock of its events. */
function touch(type: 'touchstart' | 'touchend', at: number): Event {
  const event = new Event(type, { cancelable: true });
  const touches = type === 'touchstart' ? [{ clientX: 5, clientY: 400 }] : [];
  return Object.defineProperties(event, { timeStamp: { value: at }, touches: { value: touches } });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('innerHeight', 800);
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('document', {
    body: { append() {} },
    elementFromPoint: () => new FakeElement(),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  // The page was busy, so that it heard of the end of a short touch after the time of a hold.
  { said: 'a tap that is heard late stays a tap', lifted: 60, dropped: [] },
  { said: 'a finger that held the row drops it', lifted: 900, dropped: [7] },
])('$said', ({ lifted, dropped }) => {
  const root = new FakeElement();
  const drops: number[] = [];
  const stop = followTouchDrag(root as unknown as HTMLElement, (item) => drops.push(item));
  root.dispatchEvent(touch('touchstart', 1000));
  vi.advanceTimersByTime(1000);
  const end = touch('touchend', 1000 + lifted);
  root.dispatchEvent(end);
  expect(drops).toEqual(dropped);
  // A click follows a tap, and none a drop.
  expect(end.defaultPrevented).toBe(dropped.length > 0);
  stop();
});
