import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { settingAfter, showsStranger } from '../../../app/store/stranger';
import { put, remove } from '../../../app/store/support-edits';

const STRANGER = [7, 8, 9].map((item) => ({ item, label: 4.5 }));
const OTHER = [6, 7].map((item) => ({ item, label: 5 }));

/** A visitor who rated two films, then went to the scenario setting. */
function visited() {
  const store = createAppStore();
  const now = () => store.getState();
  now().setSetting('user');
  now().editSupport(put(1, 3));
  now().editSupport(put(2, 5));
  now().setSetting('scenario');
  const { support, history } = now();
  return { now, support, history };
}

describe('a stranger’s ratings', () => {
  it('are shown in place of the visitor’s, which come back with setting and undo steps', () => {
    const { now, support, history } = visited();
    now().showStranger(STRANGER);
    expect([now().setting, now().support.user.items]).toEqual(['user', STRANGER]);
    expect(showsStranger(now())).toBe(true);
    now().leaveOpening();
    expect(now().setting).toBe('scenario');
    expect([now().support, now().history]).toEqual([support, history]);
    expect(showsStranger(now())).toBe(false);
  });

  it('are all taken back after several strangers', () => {
    const { now, support, history } = visited();
    now().showStranger(STRANGER);
    now().showStranger(OTHER);
    expect(now().support.user.items).toEqual(OTHER);
    now().putBackOwn();
    now().putBackOwn();
    expect([now().support, now().history]).toEqual([support, history]);
    expect(showsStranger(now())).toBe(false);
  });

  it('keep the setting while the visitor’s turn lasts, and after it where films were rated', () => {
    const { now } = visited();
    now().showStranger(STRANGER);
    now().putBackOwn();
    expect([now().setting, settingAfter(now())]).toEqual(['user', 'scenario']);
    now().leaveOpening();
    expect([now().setting, settingAfter(now())]).toEqual(['scenario', 'scenario']);
    const other = visited().now;
    other().showStranger(STRANGER);
    other().putBackOwn();
    other().editSupport(put(3, 5));
    expect(settingAfter(other())).toBe('user');
    other().leaveOpening();
    expect(other().setting).toBe('user');
    expect(other().support.user.items.map(({ item }) => item)).toEqual([1, 2, 3]);
  });

  it('leave what the visitor added to them, and the setting it was added in', () => {
    const { now } = visited();
    now().showStranger(STRANGER);
    now().editSupport(put(3, 4));
    now().editSupport(put(7, 1));
    now().editSupport(remove(8));
    now().leaveOpening();
    expect(now().setting).toBe('user');
    expect(now().support.user.items.map(({ item, label }) => [item, label])).toEqual([
      [1, 3],
      [2, 5],
      [7, 1],
      [3, 4],
    ]);
    now().undo();
    expect(now().support.user.items.map(({ item }) => item)).toEqual([1, 2]);
  });

  it('leave a setting that was chosen meanwhile, and what was undone', () => {
    const { now, support } = visited();
    now().showStranger(STRANGER);
    now().undo();
    expect(now().support.user).toEqual(support.user);
    expect(showsStranger(now())).toBe(false);
    now().setSetting('scenario');
    now().leaveOpening();
    expect([now().setting, now().support]).toEqual(['scenario', support]);
    expect(now().history.user.future).toEqual([]);
  });

  it('do not catch what is still on its way in', () => {
    const { now } = visited();
    const likes = [1, 2].map((item) => ({ item, label: 1 }));
    now().setIncoming(likes);
    now().showStranger(STRANGER);
    expect(now().support.user.items).toEqual(STRANGER);
    expect(now().support.scenario.items).toEqual(likes);
  });
});
