import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/data/random';
import { createAppStore } from '../../../app/store';
import {
  clear,
  MAX_SUPPORT,
  put,
  remove,
  reorder,
  type SupportEdit,
} from '../../../app/store/support-edits';

const edit: fc.Arbitrary<SupportEdit> = fc.oneof(
  fc.tuple(fc.nat(90), fc.constantFrom(0, 1)).map(([item, label]) => put(item, label)),
  fc.nat(90).map(remove),
  fc.integer().map((seed) => reorder(createRandom(seed))),
  fc.constant(clear),
);

const current = (store: ReturnType<typeof createAppStore>) =>
  store.getState().support.scenario.items;

describe('the support set', () => {
  it('never holds a movie twice, nor more than fits', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 200 }), (edits) => {
        const items = edits.reduce<readonly { item: number; label: number }[]>(
          (support, apply) => apply(support),
          [],
        );
        expect(new Set(items.map((pair) => pair.item)).size).toBe(items.length);
        expect(items.length).toBeLessThanOrEqual(MAX_SUPPORT);
      }),
    );
  });

  it('undoes and redoes any edits to the same states', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
        const store = createAppStore();
        const states = [current(store)];
        for (const apply of edits) {
          store.getState().editSupport(apply);
          if (current(store) !== states.at(-1)) states.push(current(store));
        }
        for (const before of states.slice(0, -1).reverse()) {
          store.getState().undo();
          expect(current(store)).toEqual(before);
        }
        store.getState().undo();
        expect(current(store)).toEqual(states[0]);
        for (const after of states.slice(1)) {
          store.getState().redo();
          expect(current(store)).toEqual(after);
        }
      }),
    );
  });

  it('makes no undo step of an edit that changes nothing', () => {
    const store = createAppStore();
    store.getState().editSupport(put(4, 1));
    store.getState().editSupport(put(4, 1));
    store.getState().editSupport(remove(9));
    expect(store.getState().history.scenario.past).toHaveLength(1);
  });

  it('keeps the two settings apart', () => {
    const store = createAppStore();
    store.getState().editSupport(put(4, 1));
    store.getState().setSetting('user');
    store.getState().editSupport(put(4, 3.5));
    store.getState().undo();
    expect(store.getState().support.user.items).toEqual([]);
    expect(store.getState().support.scenario.items).toEqual([{ item: 4, label: 1 }]);
  });

  it('lets what is on its way in into the setting that is left, and into no other', () => {
    const store = createAppStore();
    const likes = [1, 2, 3].map((item) => ({ item, label: 1 }));
    store.getState().setIncoming(likes);
    store.getState().admit(1);
    store.getState().setSetting('user');
    store.getState().editSupport(put(4, 3.5));
    expect(store.getState().support.user.items).toEqual([{ item: 4, label: 3.5 }]);
    expect(store.getState().support.scenario.items).toEqual(likes);
    expect(store.getState().history.scenario.past).toEqual([]);
  });

  it('moves a movie to its other label in place', () => {
    const items = [4, 5, 6].map((item) => ({ item, label: 1 }));
    expect(put(5, 0)(items)[1]).toEqual({ item: 5, label: 0 });
  });
});
