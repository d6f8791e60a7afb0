import { describe, expect, it, vi } from 'vitest';
import { answerMessages, type ParentFrame } from '../../../app/engine/messages';
import { createAppStore } from '../../../app/store';
import { catalogue, open, settled, useClock } from '../support/engine-page';

const TEACHER = 'https://school.example';

/** A window around the page, that notes what is said to it. */
function around() {
  const said: { message: object; to: string }[] = [];
  const parent = {
    postMessage: (message: object, to: string) => void said.push({ message, to }),
  } as unknown as NonNullable<ParentFrame['parent']>;
  let hear: Parameters<ParentFrame['listen']>[0] = () => undefined;
  return {
    said,
    world: { parent, listen: (heard) => void (hear = heard) } satisfies ParentFrame,
    say: (data: unknown, origin = TEACHER, source: unknown = parent) =>
      hear({ data, origin, source: source as MessageEvent['source'] }),
  };
}

describe('messages of the page around', () => {
  it('are told that this page is ready, and to the named origin alone', () => {
    const { said, world } = around();
    answerMessages(createAppStore(), TEACHER, world);
    expect(said).toEqual([{ message: { cmml: 1, ready: true }, to: TEACHER }]);
  });

  it('are not heard from another origin, another window, or in another language', () => {
    const { said, world, say } = around();
    answerMessages(createAppStore(), TEACHER, world);
    say({ cmml: 1, ask: 'ranking' }, 'https://school.example.evil.example');
    say({ cmml: 1, ask: 'ranking' }, TEACHER, {});
    say('hello');
    say({ type: 'resize' });
    expect(said).toHaveLength(1);
  });

  it('of another version, or with labels that are none, are answered with what is wrong', () => {
    const { said, world, say } = around();
    answerMessages(createAppStore(), TEACHER, world);
    say({ cmml: 7, id: 1, ask: 'ranking' });
    say({ cmml: 1, id: 2, ask: 'support', support: [{ movie: 5, label: 0.7 }] });
    expect(said[1].message).toMatchObject({ id: 1, error: expect.stringContaining('version 7') });
    expect(said[2].message).toMatchObject({
      id: 2,
      error: expect.stringContaining('support.0.label'),
    });
  });

  it('that set films before there are any are refused', async () => {
    const { said, world, say } = around();
    answerMessages(createAppStore(), TEACHER, world);
    say({ cmml: 1, id: 3, ask: 'support', support: [] });
    await vi.waitFor(() => expect(said).toHaveLength(2));
    expect(said[1].message).toMatchObject({ id: 3, error: expect.stringContaining('not there') });
  });
});

describe('the setting in messages', () => {
  useClock();

  it('has the words of links, in what is asked and in what is answered', async () => {
    const { store } = await open('');
    const { said, world, say } = around();
    answerMessages(store, TEACHER, world);
    say({ cmml: 1, id: 1, ask: 'ranking', first: 1 });
    await settled();
    const support = [{ movie: catalogue.movies.id[3], label: 4.5 }];
    say({ cmml: 1, id: 2, ask: 'support', setting: 'newcomer', support });
    await settled();
    say({ cmml: 1, id: 3, ask: 'ranking', first: 1 });
    say({ cmml: 1, id: 4, ask: 'support', setting: 'user', support });
    await settled();
    const answerTo = (id: number) =>
      said.find(({ message }) => (message as { id?: number }).id === id)?.message;
    expect(answerTo(1)).toMatchObject({ ranking: { setting: 'genre' } });
    expect(answerTo(2)).toMatchObject({ support, leftOut: 0 });
    expect(store.getState().setting).toBe('user');
    expect(answerTo(3)).toMatchObject({ ranking: { setting: 'newcomer', support } });
    expect(answerTo(4)).toMatchObject({ error: expect.stringContaining('setting') });
  });
});
