import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLazyStrings } from '../../strings/lazy';

export const FORMATS = ['svg', 'png', 'csv'] as const;
/** Of figures whose points can be taken along. */
export const POINTS = ['points-csv', 'points-json'] as const;
export type Format = (typeof FORMATS)[number] | (typeof POINTS)[number];

/** Saves a figure: the picture as SVG or PNG, its table as CSV, its points as CSV or JSON. */
export function SaveMenu({
  formats,
  onSave,
}: {
  formats: readonly Format[];
  onSave: (format: Format) => void;
}) {
  const strings = useLazyStrings().figure;
  return (
    <MenuTrigger>
      <Button className="figure-toggle">{strings.save}</Button>
      <Popover className="figure-menu" placement="top end">
        <Menu aria-label={strings.save} onAction={(key) => onSave(key as Format)}>
          {formats.map((format) => (
            <MenuItem key={format} id={format} className="figure-format">
              {strings.formats[format]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
