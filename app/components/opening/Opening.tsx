import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components';
import { store } from '../../store';
import { useStrings } from '../../strings';
import './opening.css';

const Story = lazy(() => import('./Story'));

/** Ends the opening: the first control of the workbench takes over the focus. */
function leave(then: (first: HTMLElement) => void = () => undefined): void {
  store.getState().leaveOpening();
  requestAnimationFrame(() => {
    const first = document.querySelector<HTMLElement>('.genre-button, .movie-search input');
    first?.focus();
    if (first) then(first);
  });
}

/** Leaves for the genres: the picker of the workbench, open. */
function pickGenre(): void {
  store.getState().setSetting('scenario');
  leave((picker) => picker.click());
}

/**
 * What a first visit begins with: a stranger's taste to be guessed, above the workbench, which works
 * all the while. Its question and the ways past it are there in the first frame; the films follow.
 */
export function Opening() {
  const { opening: t } = useStrings();
  return (
    <section className="card opening" aria-labelledby="opening-title">
      <div className="opening-ways">
        <Button className="button small-button" onPress={() => leave()}>
          {t.skip}
        </Button>
        <Button className="button small-button" onPress={pickGenre}>
          {t.pickGenre}
        </Button>
      </div>
      <Suspense
        fallback={
          <>
            <h2 id="opening-title">{t.question}</h2>
            <div className="opening-body" />
          </>
        }
      >
        <Story />
      </Suspense>
    </section>
  );
}
