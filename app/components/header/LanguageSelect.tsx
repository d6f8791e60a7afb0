import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { LANGUAGE_CODES, LANGUAGES, type Language } from '../../strings/languages';
import '../common/button.css';

/** All languages of the page, each in its own words. */
export function LanguageSelect() {
  const t = useStrings().header;
  const language = useApp((s) => s.language);
  const setLanguage = useApp((s) => s.setLanguage);
  return (
    <Select
      className="header-language"
      aria-label={t.language}
      value={language}
      onChange={(key) => key !== null && setLanguage(key as Language)}
    >
      <Button className="button">
        <SelectValue />
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className="language-popover">
        <ListBox className="language-list">
          {LANGUAGE_CODES.map((code) => (
            <ListBoxItem
              key={code}
              id={code}
              textValue={LANGUAGES[code].name}
              className="language-option"
            >
              <span lang={code}>{LANGUAGES[code].name}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
