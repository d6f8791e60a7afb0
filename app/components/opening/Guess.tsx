import { useRef } from 'react';
import { Button, ToggleButtonGroup } from 'react-aria-components';
import type { Person } from '../../lessons/cold-start/challenge-format';
import { LOVED } from '../../lessons/cold-start/guess';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { FilmCard } from '../film-card/FilmCard';
import { FilmChoice } from './FilmChoice';
import { flyToMap } from './fly';

interface GuessProps {
  person: Person;
  guess: ReadonlySet<number>;
  onChange: (guess: ReadonlySet<number>) => void;
  onDone: () => void;
}

/** Four films that somebody loved, and six of which three are to be chosen. */
export function Guess({ person, guess, onChange, onDone }: GuessProps) {
  const { story: t } = useLazyStrings();
  const { common } = useStrings();
  const shown = useRef<HTMLUListElement>(null);
  return (
    <div className="guess" data-user={person.user}>
      <ul className="film-strip" aria-label={t.shown} ref={shown}>
        {person.shown.map(({ id, title, year, genres }) => (
          <li key={id} className="film-slot">
            <FilmCard title={title} year={year} genres={genres} detail="title" />
            <span className="visually-hidden">{common.movie(title, year)}</span>
          </li>
        ))}
      </ul>
      <span className="guess-arrow" aria-hidden>
        →
      </span>
      <ToggleButtonGroup
        className="film-strip"
        aria-label={t.asked}
        selectionMode="multiple"
        selectedKeys={guess}
        onSelectionChange={(keys) => {
          if (keys.size <= LOVED) onChange(new Set([...keys].map(Number)));
        }}
      >
        {person.asked.map((film) => (
          <FilmChoice key={film.id} {...film} />
        ))}
      </ToggleButtonGroup>
      <div className="guess-go">
        <Button
          className="button primary"
          isDisabled={guess.size < LOVED}
          onPress={() => {
            flyToMap(shown.current?.querySelectorAll('.film-card') ?? []);
            onDone();
          }}
        >
          {t.letItGuess}
        </Button>
        <span role="status">{t.chosen(guess.size, LOVED)}</span>
      </div>
    </div>
  );
}
