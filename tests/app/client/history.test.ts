import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { History } from '../../../app/client/history';

const SIZE = 4;
const snapshot = (steps: number, withMoments = false) => {
  const array = () => new Float32Array(SIZE).fill(steps);
  return {
    type: 'snapshot' as const,
    variant: {} as never,
    steps,
    tasksSeen: steps,
    loss: 0,
    flat: array(),
    ...(withMoments ? { moments: { first: array(), second: array() } } : {}),
  };
};
const whole = (array: Float32Array, step: number) =>
  array.length === SIZE && array.every((value) => value === step);

// Node 20 has no `transfer`, and detaches as well by sending away.
beforeAll(() => {
  const prototype = ArrayBuffer.prototype as { transfer?: unknown };
  prototype.transfer ??= function (this: ArrayBuffer) {
    structuredClone(this, { transfer: [this] });
    return new ArrayBuffer(0);
  };
});

describe('the parameters of a run', () => {
  it('are whole wherever they can still be reached, after any walk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('keep', 'moments', 'show', 'newest', 'go back'), { minLength: 1, maxLength: 300 }), // prettier-ignore
        (walk) => {
          const history = new History();
          let step = 1;
          history.keep(snapshot(step));
          const handedOut: [Float32Array, number][] = [];
          for (const move of walk) {
            const marks = history.marks();
            const some = marks[Math.floor(marks.length / 2)].step;
            if (move === 'keep' || move === 'moments') history.keep(snapshot(++step, move === 'moments')); // prettier-ignore
            if (move === 'show') history.shown = history.at(some)!;
            if (move === 'newest') history.shown = null;
            if (move === 'go back') {
              history.put(history.at(some)!);
              step = some;
            }
            const { flat, firstMoment, step: at } = history.state();
            handedOut.push([flat, at]);
            if (firstMoment) expect(firstMoment).toHaveLength(SIZE);
            const current = history.current()!;
            expect(whole(current.flat, current.step)).toBe(true);
          }
          for (const mark of history.marks()) {
            expect(whole(history.at(mark.step)!.flat, mark.step)).toBe(true);
          }
          expect(handedOut.every(([flat, at]) => whole(flat, at))).toBe(true);
        },
      ),
    );
  });

  it('give their memory back once others took their place', () => {
    const history = new History();
    const sent = Array.from({ length: 400 }, (_, k) => snapshot(k + 1, true));
    sent.forEach((one) => history.keep(one));
    const alive = sent.filter(({ flat }) => flat.length > 0);
    expect(alive.map(({ steps }) => steps)).toEqual(history.marks().map(({ step }) => step));
    expect(sent.filter(({ moments }) => moments!.first.length > 0)).toHaveLength(1);
  });
});
