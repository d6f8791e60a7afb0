import { ChevronDown } from 'lucide-react';
import { Button, Select, SelectValue } from 'react-aria-components';
import { store, useApp } from '../../store';
import { engine } from '../../engine';
import { swapContext } from '../../engine/swapping';
import { useStrings } from '../../strings';
import { GenreFinder } from '../pickers/GenreFinder';
import './handles.css';

const swap = async (id: string) => swapContext(store, await engine.client(), id);
const release = () => store.getState().swapContext(null);

/** Causal handle of the context: another task's in place of the support set's own. */
export function ContextSwap() {
  const t = useStrings().handles;
  const from = useApp((s) => s.contextFrom);
  const ready = useApp((s) => s.catalogue !== null && s.answer?.source === 'live');
  return (
    <div className="context-swap">
      <Select
        className="context-swap-select"
        aria-label={t.swap}
        placeholder={t.swap}
        value={from}
        isDisabled={!ready}
        onChange={(key) => key !== null && void swap(String(key))}
      >
        <Button className="button small-button">
          <SelectValue />
          <ChevronDown size={13} aria-hidden />
        </Button>
        <GenreFinder />
      </Select>
      <Button className="button small-button" isDisabled={from === null} onPress={release}>
        {t.ownContext}
      </Button>
    </div>
  );
}
