import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Family } from '../../../src/data/types';
import { useLazyStrings } from '../../strings/lazy';
import { FAMILIES, markPath } from './families';

/** Families with colour and shape; choosing one fades the others. */
export function Legend({
  families = FAMILIES,
  names,
  isolated,
  onIsolate,
}: {
  /** Those that the picture shows; all unless told. */
  families?: readonly Family[];
  /** What they stand for, where it is not families. */
  names?: Partial<Record<Family, string>> | null;
  isolated: Family | null;
  onIsolate: (family: Family | null) => void;
}) {
  const strings = useLazyStrings().map;
  return (
    <ToggleButtonGroup
      className="map-legend"
      aria-label={strings.legend}
      selectionMode="single"
      selectedKeys={isolated ? [isolated] : []}
      onSelectionChange={(keys) => onIsolate(([...keys][0] as Family | undefined) ?? null)}
    >
      {families.map((family) => (
        <ToggleButton key={family} id={family} className="map-family" data-export>
          <svg translate="no" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={markPath(family)} fill={`var(--${family})`} />
          </svg>
          <span data-caption>{names?.[family] ?? strings.families[family]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
