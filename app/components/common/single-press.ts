import { useState } from 'react';

/** As long as browsers wait for the second press of a double one. */
export const DOUBLE_PRESS_MS = 500;

/**
 * For buttons that take each other's place: the second press of a double one falls on the button that
 * replaced the first, and must not undo, or confirm, what that has done.
 * @returns what makes a press of theirs; those that follow one too soon do nothing
 */
export function singlePress(now: () => number = () => performance.now()) {
  let last = -Infinity;
  const press =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A) => {
      const at = now();
      if (at - last < DOUBLE_PRESS_MS) return;
      last = at;
      act(...args);
    };
  /** For what may fail at once, and is then pressed again on purpose: it always acts. */
  const start =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A) => {
      last = now();
      act(...args);
    };
  return Object.assign(press, { start });
}

/** `singlePress` for the buttons of one component. */
export const useSinglePress = () => useState(() => singlePress())[0];
