import { describe, expect, it } from 'vitest';
import { put } from '../../../app/store/support-edits';
import { open, settled, useClock } from '../support/engine-page';

useClock();

describe('the selected movie', () => {
  const first = ({ store }: Awaited<ReturnType<typeof open>>) => {
    const { answer } = store.getState();
    const given = new Set(answer!.support.items.map(({ item }) => item));
    return answer!.adaptation.order.find((item) => !given.has(item));
  };

  it('is the first of each new ranking until the visitor chooses one', async () => {
    const page = await open('');
    const now = () => page.store.getState();
    for (const change of [
      () => now().editSupport(put(now().selected!, 0)),
      () => now().setSetting('user'),
      () => now().editSupport(put(first(page)!, 5)),
      () => page.back('?genre=comedy'),
    ]) {
      change();
      await settled();
      expect(now().selected).toBe(first(page));
      expect(now().selectedByVisitor).toBe(false);
    }
  });

  it('stays when the visitor chose it, as long as it is in the list', async () => {
    const page = await open('');
    const now = () => page.store.getState();
    const chosen = now().answer!.adaptation.order.findLast((item) => item % 5 !== 0)!;
    now().select(chosen);
    now().editSupport(put(first(page)!, 0));
    await settled();
    now().setSetting('user');
    await settled();
    expect(now().selected).toBe(chosen);
    now().setSetting('scenario');
    await settled();
    now().setScope('genre');
    expect(now().selected! % 5).toBe(0);
    now().setScope('all');
    now().select(chosen);
    now().editSupport(put(chosen, 1));
    await settled();
    expect(now().selected).toBe(first(page));
  });

  it('stays while something is overridden in the model', async () => {
    const page = await open('');
    const now = () => page.store.getState();
    const watched = [...now().answer!.adaptation.order].find(
      (item) => item !== first(page) && item > 8,
    )!;
    page.store.setState({ selected: watched });
    now().intervene({ layers: [0] });
    await settled();
    expect(now().answer!.interventions).not.toBeNull();
    expect(now().selected).toBe(watched);
  });
});
