import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Asked, Person } from '../../lessons/cold-start/challenge-format';
import { best } from '../../lessons/cold-start/guess';
import { showStranger, useCanHandOver } from '../../lessons/cold-start/useLivePrediction';
import { useLazyStrings } from '../../strings/lazy';
import { usePhone } from '../common/media';
import { ByFilm, ByGuess, type Guess } from './OutcomeTables';

interface OutcomeProps {
  person: Person;
  guess: ReadonlySet<number>;
  /** The model's stars for a film. */
  predicted: (film: Asked) => number;
  /** They were computed here, and not beforehand. */
  isLive: boolean;
  onAnother: () => void;
  onTurn: () => void;
}

/** Three guesses beside the truth; meanwhile the workbench below adapts to the four films. */
export function Outcome({ person, guess, predicted, isLive, onAnother, onTurn }: OutcomeProps) {
  const { story: t } = useLazyStrings();
  const phone = usePhone();
  const canGive = useCanHandOver(person);
  const given = useRef(false);
  // As soon as the catalogue is there, and once: what the visitor does to the films then is theirs.
  useEffect(() => {
    if (!canGive || given.current) return;
    given.current = true;
    showStranger(person);
  }, [canGive, person]);

  const guesses: Guess[] = [
    { name: t.you, chosen: guess },
    { name: t.model, chosen: best(person.asked, predicted), source: isLive ? 'live' : 'recorded' },
    { name: t.everybody, chosen: best(person.asked, ({ before }) => before) },
  ];
  return (
    <div className="outcome">
      {phone ? (
        <ByFilm person={person} guesses={guesses} />
      ) : (
        <ByGuess person={person} guesses={guesses} />
      )}
      <div className="guess-go">
        <Button className="button primary" onPress={onTurn}>
          {t.yourTurn}
        </Button>
        <Button className="button" onPress={onAnother}>
          {t.another}
        </Button>
      </div>
    </div>
  );
}
