import { beforeEach, describe, expect, it } from 'vitest';
import { liked, pick, unpick } from '../../../../app/components/opening/shelf-picks';
import { store } from '../../../../app/store';
import { put, replace } from '../../../../app/store/support-edits';

const OWN = [1, 2, 3].map((item) => ({ item, label: 1 }));
const now = () => store.getState();

beforeEach(() => {
  store.setState(store.getInitialState());
  now().fillSupport(OWN);
  now().keepOwn(now().support.scenario.genre!, OWN);
});

describe('films picked from the shelf', () => {
  it('take the place of the genre’s own films, which nobody picked', () => {
    expect([...liked(now())]).toEqual([]);
    [2, 10, 11].forEach(pick);
    expect(now().support.scenario.items).toEqual([2, 10, 11].map((item) => ({ item, label: 1 })));
    expect([...liked(now())]).toEqual([2, 10, 11]);
    unpick(10);
    expect([...liked(now())]).toEqual([2, 11]);
  });

  it('take the place of own films that are still on their way in', () => {
    now().fillSupport(OWN.slice(0, 1));
    now().setIncoming(OWN.slice(1));
    pick(10);
    expect(now().support.scenario.items).toEqual([{ item: 10, label: 1 }]);
  });

  it('leave what the visitor made where it is', () => {
    now().editSupport(put(9, 0));
    pick(10);
    expect(now().support.scenario.items).toEqual([...OWN, { item: 9, label: 0 }, { item: 10, label: 1 }]); // prettier-ignore
    expect(liked(now()).has(9)).toBe(false);
  });

  it('are five stars of a new visitor, beside the ratings that are there', () => {
    now().setSetting('user');
    now().editSupport(replace([{ item: 4, label: 2 }]));
    [10, 11, 12].forEach(pick);
    expect(now().support.user.items).toEqual([
      { item: 4, label: 2 },
      ...[10, 11, 12].map((item) => ({ item, label: 5 })),
    ]);
    expect([...liked(now())]).toEqual([10, 11, 12]);
    expect(now().support.scenario.items).toEqual(OWN);
  });
});
