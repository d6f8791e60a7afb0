import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { recordedFits, showRecorded } from '../../../app/engine/recorded';
import { RecordedStartSchema } from '../../../app/engine/recorded-format';
import { movement } from '../../../app/store/ranking';
import { parseAddress } from '../../../app/store/url';

const file = new URL('../../../public/recorded/start.json', import.meta.url);
const recorded = v.parse(RecordedStartSchema, JSON.parse(readFileSync(file, 'utf8')));

describe('the recorded start', () => {
  it('says how it was made', () => {
    expect(recorded.made.command).toBe('npm run record-start');
    expect(recorded.made.commit).toMatch(/^[0-9a-f]{7,}$/);
    expect(recorded.made.checkpoint).toContain('train');
  });

  it('fills the page as an answer that names itself recorded', () => {
    const store = createAppStore();
    showRecorded(store, recorded);
    const { answer, support, selected, recordedTitles } = store.getState();
    expect(answer?.source).toBe('recorded');
    expect(support.scenario.items).toHaveLength(8);
    expect(selected).toBe(recorded.ranking[0].item);
    expect(recordedTitles.get(selected!)?.title).toBe(recorded.ranking[0].title);
  });

  it('tells the places that were gained as the script counted them', () => {
    const store = createAppStore();
    showRecorded(store, recorded);
    const { answer, reference } = store.getState();
    const list = answer!.adaptation.order.subarray(0, recorded.ranking.length);
    const hidden = new Set(recorded.support.map(({ item }) => item));
    const moves = movement(list, reference!.ranking, hidden, null);
    recorded.ranking.forEach(({ before }, place) => {
      if (before > 0) expect(moves[place]).toBe(before - (place + 1));
    });
  });

  it.each([
    ['', true],
    ['?view=routes&in=genre&backend=cpu', true],
    ['?genre=comedy.romance', false],
    ['?support=none', false],
    ['?seed=3', false],
    ['?setting=newcomer', false],
    ['?variant=gru.dot.film', false],
  ])('answers the address %s: %s', (search, fits) => {
    expect(recordedFits(parseAddress(search).address)).toBe(fits);
  });
});
