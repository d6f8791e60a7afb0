import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useLazyStrings } from '../../strings/lazy';

/** A list of films as text: for those who have no file of it. */
export function PastedList({ onText }: { onText: (text: string) => void }) {
  const strings = useLazyStrings().taste;
  const [text, setText] = useState('');
  const id = useId();
  const isEmpty = text.trim() === '';
  return (
    <details className="import-paste">
      <summary>{strings.paste}</summary>
      <label htmlFor={id}>{strings.pasteHow}</label>
      <p id={`${id}-forms`} className="import-forms">
        {strings.pasteForms.map((form) => (
          <code key={form}>{form}</code>
        ))}{' '}
        {strings.pasteNoRating}
      </p>
      <textarea
        id={id}
        rows={5}
        aria-describedby={`${id}-forms`}
        value={text}
        placeholder={strings.pasteExample}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="import-start">
        <Button
          className="button"
          isDisabled={isEmpty}
          aria-describedby={isEmpty ? `${id}-why` : undefined}
          onPress={() => onText(text)}
        >
          {strings.look}
        </Button>
        {isEmpty && <span id={`${id}-why`}>{strings.pasteFirst}</span>}
      </p>
    </details>
  );
}
