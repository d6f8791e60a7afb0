import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VisibilityPause } from '../../../app/client/visibility';
import type { TrainingMode } from '../../../app/protocol/trainer';

/** A document that is hidden or seen, and tells. */
class FakeDocument extends EventTarget {
  hidden = false;
  show(seen: boolean): void {
    this.hidden = !seen;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: FakeDocument;
let mode: TrainingMode;
let asked: TrainingMode[];
let answers: { resolve: () => void; reject: (error: Error) => void }[];
let pause: VisibilityPause;

/** As the client does it: the mode changes at once, the worker answers later. */
function change(wanted: TrainingMode): Promise<void> {
  pause.forget();
  mode = wanted;
  asked.push(wanted);
  return new Promise((resolve, reject) => answers.push({ resolve, reject }));
}

beforeEach(() => {
  page = new FakeDocument();
  vi.stubGlobal('document', page);
  [mode, asked, answers] = ['play', [], []];
  pause = new VisibilityPause(() => mode, change);
});

afterEach(() => {
  pause.dispose();
  vi.unstubAllGlobals();
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a tab that is hidden', () => {
  it('pauses the run, which goes on at its former speed once it is seen', async () => {
    mode = 'slow';
    page.show(false);
    answers[0].resolve();
    await settled();
    page.show(true);
    expect(asked).toEqual(['pause', 'slow']);
  });

  it('lets it go on when it is seen before the worker has paused', async () => {
    page.show(false);
    page.show(true);
    expect(asked).toEqual(['pause', 'play']);
    answers[0].resolve();
    await settled();
    page.show(true);
    expect(asked).toEqual(['pause', 'play']);
  });

  it('leaves a run alone that was chosen meanwhile, and one that may go on', async () => {
    page.show(false);
    void change('pause');
    answers[0].resolve();
    await settled();
    page.show(true);
    expect(asked).toEqual(['pause', 'pause']);
    mode = 'play';
    pause.allowed = true;
    page.show(false);
    expect(asked).toHaveLength(2);
  });

  it('has no failure of its own when the worker fails', async () => {
    page.show(false);
    answers[0].reject(new Error('dead'));
    page.show(true);
    answers[1].reject(new Error('dead'));
    await settled();
    expect(asked).toEqual(['pause', 'play']);
  });
});
