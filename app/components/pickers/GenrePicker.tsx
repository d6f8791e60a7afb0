import { ChevronDown } from 'lucide-react';
import { Button, Select, SelectValue } from 'react-aria-components';
import { useApp } from '../../store';
import { currentGenre } from '../../store/genre-of-films';
import { engine } from '../../engine';
import { useLanguage, useStrings } from '../../strings';
import { DEFAULT_LANGUAGE } from '../../strings/languages';
import { GenreFinder } from './GenreFinder';
import './pickers.css';

/** Picks the genre whose support set streams in. */
export function GenrePicker() {
  const t = useStrings().pickers;
  const language = useLanguage();
  const catalogue = useApp((s) => s.catalogue);
  const recordedGenre = useApp((s) => s.recordedGenre);
  const genre = useApp(currentGenre);
  return (
    <Select
      className="genre-picker"
      aria-label={t.genre}
      placeholder={t.yourFilms}
      value={genre}
      isDisabled={!catalogue}
      data-yours={genre === null || undefined}
      onChange={(key) => void engine.pickGenre(String(key))}
    >
      <Button className="choice-button genre-button">
        {catalogue ? (
          <SelectValue />
        ) : (
          <span>{(language === DEFAULT_LANGUAGE && recordedGenre) || t.loading}</span>
        )}
        <ChevronDown size={15} aria-hidden />
      </Button>
      <GenreFinder />
    </Select>
  );
}
