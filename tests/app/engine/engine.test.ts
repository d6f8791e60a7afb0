import { describe, expect, it, vi } from 'vitest';
import { clear, put } from '../../../app/store/support-edits';
import { createAppStore } from '../../../app/store';
import { FakeClient } from '../support/fake-client';
import { engineOf, GENRES, open, settled, useClock } from '../support/engine-page';

useClock();

describe('the engine of the page', () => {
  it('starts with the genre’s own support set, adapted, against the unadapted ranking', async () => {
    const { store, client } = await open('');
    const state = store.getState();
    expect(state.support.scenario.items).toHaveLength(8);
    expect(state.answer?.source).toBe('live');
    expect(state.answer?.support.items).toEqual(state.support.scenario.items);
    expect(state.reference?.kind).toBe('unadapted');
    expect(state.map).not.toBeNull();
    expect(client.calls[0]).toBe('start');
    const first = state.answer!.adaptation.order.find(
      (item) => !state.support.scenario.items.some((pair) => pair.item === item),
    );
    expect(state.selected).toBe(first);
  });

  it('puts a task of the map into no setting but the one it was asked for in', async () => {
    const { store, engine } = await open('?setting=newcomer');
    const loading = engine.loadTask(1);
    store.getState().setSetting('scenario');
    await loading;
    await settled();
    expect(store.getState().support.user.items).toEqual([]);
    expect(store.getState().history.scenario.past).toEqual([]);
  });

  it('loads another variant, and the other setting with its own support set', async () => {
    const { store, client } = await open('');
    client.calls.length = 0;
    store.getState().chooseVariant({ modulation: 'soft' });
    await settled();
    expect(client.calls.slice(0, 1)).toEqual(['load']);
    expect(store.getState().model?.variant.modulation).toBe('soft');
    store.getState().setSetting('user');
    await settled();
    expect(store.getState().answer?.setting).toBe('user');
    expect(store.getState().answer?.support.items).toEqual([]);
    expect(store.getState().variants.scenario.modulation).toBe('soft');
  });

  it('tells a start that failed, and starts again when asked', async () => {
    const store = createAppStore();
    const client = new FakeClient(GENRES);
    client.failing.set('start', 'no-backend');
    vi.stubGlobal('location', { search: '', pathname: '/', hash: '' });
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    const engine = engineOf(store, client);
    await engine.begin();
    expect(store.getState().failure?.code).toBe('no-backend');
    expect(store.getState().answer).toBeNull();
    await engine.retry();
    expect(store.getState().failure).toBeNull();
    expect(store.getState().answer?.support.items).toHaveLength(8);
  });
});

describe('what the list is compared with', () => {
  it('measures the arrows of an edit against the ranking before it', async () => {
    const { store } = await open('');
    const before = store.getState().answer!.adaptation.order;
    store.getState().editSupport(put(100, 1));
    await settled();
    const { reference } = store.getState();
    expect(reference?.kind).toBe('edit');
    expect(reference?.ranking.order).toBe(before);
  });

  it('keeps a pinned ranking through edits', async () => {
    const { store } = await open('');
    store.getState().togglePinnedRanking();
    const pinned = store.getState().reference;
    store.getState().editSupport(put(100, 1));
    await settled();
    expect(store.getState().reference).toBe(pinned);
  });

  it('returns to the unadapted ranking when the support set is cleared', async () => {
    const { store, client } = await open('');
    const unadapted = await client.adapt([]);
    store.getState().editSupport(clear);
    await settled();
    expect(store.getState().answer?.adaptation.order).toEqual(unadapted.order);
  });
});

describe('the arrows around a stranger', () => {
  it('never say where a film stood on the other person’s list', async () => {
    const { store } = await open('');
    store.getState().showStranger([{ item: 3, label: 4.5 }]);
    await settled();
    expect(store.getState().reference?.kind).toBe('unadapted');
    store.getState().putBackOwn();
    await settled();
    expect(store.getState().answer?.support.items).toEqual([]);
    expect(store.getState().reference?.kind).toBe('unadapted');
  });
});
