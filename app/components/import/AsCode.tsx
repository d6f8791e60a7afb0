import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLazyStrings } from '../../strings/lazy';
import '../figure/figure.css';
import type { ProgramKind } from './programs';

const KINDS: readonly ProgramKind[] = ['python', 'node'];

/** Saves the ranking as a program, in a language of the visitor's choice. */
export function AsCode({ onSave }: { onSave: (kind: ProgramKind) => void }) {
  const strings = useLazyStrings().data.runs;
  return (
    <MenuTrigger>
      <Button className="button">{strings.asCode}</Button>
      <Popover className="figure-menu" placement="top start">
        <Menu aria-label={strings.asCode} onAction={(key) => onSave(key as ProgramKind)}>
          {KINDS.map((kind) => (
            <MenuItem key={kind} id={kind} className="figure-format">
              {strings.code[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
