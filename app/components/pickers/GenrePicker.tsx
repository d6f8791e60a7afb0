import { ChevronDown } from 'lucide-react';
import { Button, Select, SelectValue } from 'react-aria-components';
import { useApp } from '../../store';
import { engine } from '../../store/engine';
import { useStrings } from '../../strings';
import { GenreFinder } from './GenreFinder';
import './pickers.css';

/** Picks the genre whose support set streams in. */
export function GenrePicker() {
  const t = useStrings().pickers;
  const catalogue = useApp((s) => s.catalogue);
  const recordedGenre = useApp((s) => s.recordedGenre);
  const genre = useApp((s) => s.support.genre.genre);
  return (
    <Select
      className="genre-picker"
      aria-label={t.genre}
      placeholder={t.pick}
      value={genre}
      isDisabled={!catalogue}
      onChange={(key) => void engine.pickGenre(String(key))}
    >
      <Button className="genre-button">
        {catalogue ? <SelectValue /> : <span>{recordedGenre ?? t.loading}</span>}
        <ChevronDown size={15} aria-hidden />
      </Button>
      <GenreFinder />
    </Select>
  );
}
