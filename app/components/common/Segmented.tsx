import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import './segmented.css';

export interface Segment<T extends string> {
  id: T;
  label: string;
}

/** One of a few: exactly one is on. `look` is a pill (settings) or underlined words (views). */
export function Segmented<T extends string>({
  label,
  segments,
  value,
  onChange,
  look,
}: {
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
  look: 'pill' | 'words';
}) {
  const change = (keys: Set<Key>) => {
    const [first] = keys;
    if (first !== undefined) onChange(first as T);
  };
  return (
    <ToggleButtonGroup
      className={`segmented segmented-${look}`}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={change}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className="segment">
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
