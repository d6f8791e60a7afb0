import { Check } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useStrings } from '../../strings';
import { FilmCard } from '../film-card/FilmCard';

interface FilmChoiceProps {
  id: number;
  title: string;
  year: number | null;
  genres: number;
  isDisabled?: boolean;
}

/** A film's card that can be chosen. */
export function FilmChoice({ id, title, year, genres, isDisabled }: FilmChoiceProps) {
  const { common } = useStrings();
  return (
    <ToggleButton
      id={id}
      className="film-slot film-choice"
      aria-label={common.movie(title, year)}
      isDisabled={isDisabled}
    >
      <FilmCard title={title} year={year} genres={genres} detail="title" />
      <i aria-hidden>
        <Check size={15} />
      </i>
    </ToggleButton>
  );
}
