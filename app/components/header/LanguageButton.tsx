import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import type { Language } from '../../store/preferences';
import { LANGUAGES, useStrings } from '../../strings';
import '../common/button.css';

/** Names the other language in its own words, and switches to it. */
export function LanguageButton() {
  const t = useStrings().header;
  const language = useApp((s) => s.language);
  const setLanguage = useApp((s) => s.setLanguage);
  const other = LANGUAGES.find((name) => name !== language) as Language | undefined;
  if (!other) return null;
  return (
    <Button
      className="button header-language"
      aria-label={`${t.language}: ${t.languages[other]}`}
      onPress={() => setLanguage(other)}
    >
      <span lang={other}>{t.languages[other]}</span>
    </Button>
  );
}
