import { expect, it } from 'vitest';
import { addMovie } from '../../../../app/components/common/useAddMovie';
import { store } from '../../../../app/store';
import { MAX_SUPPORT } from '../../../../app/store/support-edits';

it('says that a full support set takes no more, and still moves what is in it', () => {
  const full = Array.from({ length: MAX_SUPPORT }, (_, item) => ({ item, label: 1 }));
  store.getState().fillSupport(full);
  addMovie(MAX_SUPPORT, 0);
  expect(store.getState().support.scenario.items).toEqual(full);
  expect(store.getState().notices.map(({ code }) => code)).toEqual(['support-full']);
  addMovie(5, 0);
  expect(store.getState().support.scenario.items[5]).toEqual({ item: 5, label: 0 });
});
