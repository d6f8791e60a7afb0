import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components';
import { store } from '../../store';
import { useStrings } from '../../strings';
import './opening.css';

const Story = lazy(() => import('./Story'));

/**
 * Ends the opening: the picker of genres takes over the focus, or the heading of the films. Their search would
 * bring up a phone's keyboard, over the list that has just changed.
 */
function leave(then: (picker: HTMLElement) => void = () => undefined): void {
  store.getState().leaveOpening();
  requestAnimationFrame(() => {
    const picker = document.querySelector<HTMLElement>('.genre-button');
    const heading = document.querySelector<HTMLElement>('#support-set h2');
    if (picker) {
      picker.focus();
      then(picker);
    } else if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
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
        <Story onLeave={() => leave()} />
      </Suspense>
    </section>
  );
}
