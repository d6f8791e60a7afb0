import { describe, expect, it } from 'vitest';
import { DOUBLE_PRESS_MS, singlePress } from '../../../../app/components/common/single-press';

/** Buttons of one place at a time that is set, and what their presses did. */
function place() {
  const done: string[] = [];
  const clock = { now: 0 };
  const press = singlePress(() => clock.now);
  return {
    done,
    clock,
    make: (what: string) => press(() => done.push(what)),
    start: (what: string) => press.start(() => done.push(what)),
  };
}

describe('buttons that take each other’s place', () => {
  it('take a double press as one, on whichever button its second falls', () => {
    const { done, clock, make } = place();
    make('run')();
    clock.now = DOUBLE_PRESS_MS - 1;
    make('stop')();
    expect(done).toEqual(['run']);
  });

  it('hear the next press, and one that follows a press that was not heard', () => {
    const { done, clock, make } = place();
    make('run')();
    clock.now = 300;
    make('stop')();
    clock.now = DOUBLE_PRESS_MS;
    make('stop')();
    clock.now = 2 * DOUBLE_PRESS_MS;
    make('run')();
    expect(done).toEqual(['run', 'stop', 'run']);
  });

  it('may fail at once and be pressed again, while what ends them waits', () => {
    const { done, clock, make, start } = place();
    start('import')();
    clock.now = 100;
    make('cancel')();
    clock.now = 200;
    start('import')();
    clock.now = 200 + DOUBLE_PRESS_MS - 1;
    make('cancel')();
    expect(done).toEqual(['import', 'import']);
  });

  it('hear the very first press, and know nothing of other places', () => {
    const one = place();
    const other = place();
    one.make('run')();
    other.make('stop')();
    expect([one.done, other.done]).toEqual([['run'], ['stop']]);
  });
});
